package org.concurrencylab.soak;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A program that, for each line it is sent, takes memory, a thread and a file, and keeps them if it is told to leak.
 */
final class Leaky {

    static final int BYTES = 512 * 1024;

    private Leaky() {}

    public static void main(String[] arguments) throws IOException {
        boolean leaks = arguments[0].equals("leak");
        Path file = Path.of(System.getProperty("java.home"), "release");
        List<Object> kept = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in))) {
            while (lines.readLine() != null) {
                byte[] memory = new byte[BYTES];
                FileInputStream open = new FileInputStream(file.toFile());
                CountDownLatch end = new CountDownLatch(1);
                Thread thread = Thread.ofPlatform().daemon().start(() -> awaitQuietly(end));
                if (leaks) {
                    kept.addAll(List.of(memory, open, thread));
                } else {
                    open.close();
                    end.countDown();
                    joinQuietly(thread);
                }
                System.out.println("done");
            }
        }
    }

    private static void awaitQuietly(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void joinQuietly(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
