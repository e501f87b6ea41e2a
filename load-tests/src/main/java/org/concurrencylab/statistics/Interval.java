package org.concurrencylab.statistics;

/**
 * A confidence interval of a ratio.
 *
 * @param low lower end, a ratio; 0 if there is no lower bound
 * @param high upper end, a ratio; infinite if there is no upper bound
 * @param confidence share of such intervals that hold the true ratio, between 0 and 1
 */
public record Interval(double low, double high, double confidence) {
    /** The confidence of every figure that a report prints. */
    public static final double CONFIDENCE = 0.95;

    public Interval {
        requireShare(confidence);
        if (!(low >= 0 && low <= high)) {
            throw new IllegalArgumentException("Not an interval of a ratio: " + low + " to " + high);
        }
    }

    /** Whether this ratio is among those that the data allow. */
    public boolean contains(double ratio) {
        return low <= ratio && ratio <= high;
    }

    /** By how much, in percent, one of the two may at most exceed the other, whichever it is. */
    public double atMostPercent() {
        return 100 * (Math.max(high, 1 / low) - 1);
    }

    /** The interval whose ends are these logarithms taken back. */
    static Interval ofLogs(double low, double high, double confidence) {
        return new Interval(Math.exp(low), Math.exp(high), confidence);
    }

    /** @throws IllegalArgumentException if this is not a share between 0 and 1, both excluded */
    static double requireShare(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("Not between 0 and 1: " + share);
        }
        return share;
    }
}
