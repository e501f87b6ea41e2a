package org.concurrencylab.cluster;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.concurrencylab.environment.Await;
import org.concurrencylab.environment.LabFailure;

/** Waits for what a cluster does in its own time. */
final class Waiting {

    /** A kubelet looks every 30 seconds which images it has, and tells every ten. */
    static final Duration NODE_TELLS = Duration.ofSeconds(45);

    private static final Duration POLL = Duration.ofSeconds(1);

    private Waiting() {}

    /** Asks once a second. Answers whether it came true in time. */
    static boolean until(Duration patience, BooleanSupplier condition) {
        boolean came = Await.until(condition, patience, POLL);
        if (Thread.currentThread().isInterrupted()) {
            throw new LabFailure("The wait for the cluster was interrupted.");
        }
        return came;
    }
}
