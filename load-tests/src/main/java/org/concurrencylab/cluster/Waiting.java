package org.concurrencylab.cluster;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.concurrencylab.environment.LabFailure;

/** Waits for what a cluster does in its own time. */
final class Waiting {

    /** A kubelet looks every 30 seconds which images it has, and tells every ten. */
    static final Duration NODE_TELLS = Duration.ofSeconds(45);

    private static final Duration POLL = Duration.ofSeconds(1);

    private Waiting() {}

    /** Asks once a second. Answers whether it came true in time. */
    static boolean until(Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(POLL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LabFailure("The wait for the cluster was interrupted.", e);
            }
        }
        return true;
    }
}
