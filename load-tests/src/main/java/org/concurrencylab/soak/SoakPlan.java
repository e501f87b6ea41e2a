package org.concurrencylab.soak;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * How long, and how often it is read.
 *
 * @param minutes that are judged
 * @param rate requests per second to each contender; empty to take a share of the knee, which is looked for first
 */
public record SoakPlan(int minutes, OptionalDouble rate) {

    /** The share of the knee that is asked for. */
    static final double SHARE = 0.6;

    /** Of each quantity; with fewer, correlated noise is too often taken for growth. */
    private static final int FEWEST_READINGS = 30;

    private static final int SECONDS_PER_READING = 10;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int WARM_UP_SHARE = 6;

    /** One reading of latency, memory, threads and connections to the next. */
    Duration interval() {
        return Duration.ofSeconds(Math.min(SECONDS_PER_READING, minutes * SECONDS_PER_MINUTE / FEWEST_READINGS));
    }

    /** That are judged. */
    int readings() {
        return (int) (minutes * SECONDS_PER_MINUTE / interval().toSeconds());
    }

    /** Before anything is judged: a sixth as long as what is, and at least a minute. */
    int warmUpReadings() {
        return (int) (Math.max(1, minutes * SECONDS_PER_MINUTE / WARM_UP_SHARE / SECONDS_PER_MINUTE)
                * SECONDS_PER_MINUTE
                / interval().toSeconds());
    }

    /** Every which reading is followed by a full collection in all contenders, so that there are thirty or more. */
    int readingsPerCollection() {
        return Math.max(1, readings() / FEWEST_READINGS);
    }
}
