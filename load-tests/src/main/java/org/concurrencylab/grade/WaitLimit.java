package org.concurrencylab.grade;

import java.time.Duration;
import java.util.function.Supplier;
import org.concurrencylab.grade.ClosedLoad.Rates;

/**
 * Connections or workers that are to be the limit, because they do hardly anything but wait. On a busy machine they
 * wait for its CPUs instead; then less is carried, and a right prediction would look too high. By Little's law the
 * waits that are under way tell the one from the other.
 *
 * @param waiters how many of them there are
 * @param each how long each wait takes
 */
record WaitLimit(int waiters, Duration each) {

    /** Half of what a prediction may be too high by is left to the prediction. */
    private static final double ENOUGH = 0.8;

    private static final int ATTEMPTS = 3;
    private static final double MILLIS = 1_000;

    /**
     * Answers per second: the first measurement in which the waiters waited for nearly all of the time.
     *
     * @throws MachineBusy when there is none in three
     */
    double carried(Supplier<Rates> load) {
        double best = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Rates rates = load.get();
            if (share(rates) >= ENOUGH) {
                return rates.answers();
            }
            best = Math.max(best, share(rates));
        }
        throw new MachineBusy(
                "This machine is too busy to be graded on: what should wait for %.0f %% of the time and more waited for %.0f %%. Grade again when it is free."
                        .formatted(100 * ENOUGH, 100 * best));
    }

    private double share(Rates rates) {
        return rates.waits() * each.toMillis() / MILLIS / waiters;
    }
}
