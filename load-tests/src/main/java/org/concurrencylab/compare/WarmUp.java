package org.concurrencylab.compare;

import java.util.function.DoubleFunction;
import org.concurrencylab.generator.SliceOutcome;

/**
 * Brings a cold service to speed without drowning it: short slices, each faster than the last as long as the service
 * keeps up, slower when it does not. An open model that asks a cold service, or a busy machine, for more than it can do
 * only builds a queue, until the heap is full of it.
 */
final class WarmUp {

    /** Length of one slice, in seconds. */
    static final double STEP_SECONDS = 1;

    private static final double GENTLE_PER_SECOND = 400;
    private static final double FASTER = 1.6;
    private static final double SLOWER = 0.5;
    private static final double KEPT_UP = 0.95;
    private static final double SLOWEST_PER_SECOND = 50;

    private final double seconds;
    private final double mostPerSecond;

    /**
     * @param seconds load on the service in all, in seconds
     * @param mostPerSecond highest rate, in requests per second
     */
    WarmUp(double seconds, double mostPerSecond) {
        this.seconds = seconds;
        this.mostPerSecond = mostPerSecond;
    }

    /** Runs it; step loads the service at a rate for {@link #STEP_SECONDS} and waits for the answers. */
    void run(DoubleFunction<SliceOutcome> step) {
        double rate = Math.min(GENTLE_PER_SECOND, mostPerSecond);
        for (double done = 0; done < seconds; done += STEP_SECONDS) {
            rate = next(rate, step.apply(rate));
        }
    }

    private double next(double rate, SliceOutcome outcome) {
        boolean keptUp = outcome.errors() == 0 && outcome.completed() >= KEPT_UP * outcome.sent();
        return keptUp ? Math.min(rate * FASTER, mostPerSecond) : Math.max(rate * SLOWER, SLOWEST_PER_SECOND);
    }
}
