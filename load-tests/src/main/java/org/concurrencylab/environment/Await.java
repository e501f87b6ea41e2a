package org.concurrencylab.environment;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Bounded waiting. */
public final class Await {

    private static final Duration PAUSE = Duration.ofMillis(10);

    private Await() {}

    /** Asks every few milliseconds until the answer is true, for no longer than {@code most}; says whether it was. */
    public static boolean until(BooleanSupplier condition, Duration most) {
        return until(condition, most, PAUSE);
    }

    /** The same with a pause of another length between two questions. */
    public static boolean until(BooleanSupplier condition, Duration most, Duration pause) {
        long deadline = System.nanoTime() + most.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
