package org.concurrencylab.environment;

import java.util.List;

/** Computes on one thread and naps on 300 others, for ten seconds at most. */
final class Busy {

    private static final int NAPPERS = 300;
    private static final long LIFETIME_NANOS = 10_000_000_000L;

    private Busy() {}

    public static void main(String[] arguments) {
        for (int i = 0; i < NAPPERS; i++) {
            Thread.ofPlatform().daemon().start(Busy::nap);
        }
        System.out.println("ready");
        long end = System.nanoTime() + LIFETIME_NANOS;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    static List<String> command(Run run) {
        return LabProcess.java(run, List.of("-Xmx32m"), List.of("-cp", Jvm.classPath(), Busy.class.getName()));
    }

    private static void nap() {
        while (true) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
