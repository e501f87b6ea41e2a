package org.concurrencylab.environment;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Bounded waiting. */
public final class Await {

    private static final long PAUSE_MILLIS = 10;

    private Await() {}

    /** Asks every few milliseconds until the answer is true, for no longer than {@code most}; says whether it was. */
    public static boolean until(BooleanSupplier condition, Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
