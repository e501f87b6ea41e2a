package org.concurrencylab.statistics;

/**
 * What one block measured of two contenders, within seconds of one another.
 *
 * @param contender its figure
 * @param reference the figure that it is held against, in the same unit
 */
public record Pair(double contender, double reference) {

    /** Whether the two have a ratio: a missing (NaN), infinite, zero or negative figure has none. */
    public boolean isUsable() {
        return isPositive(contender) && isPositive(reference);
    }

    /** Natural logarithm of contender ÷ reference; NaN or infinite for a pair that is not usable. */
    double logRatio() {
        return Math.log(contender) - Math.log(reference);
    }

    private static boolean isPositive(double figure) {
        return figure > 0 && Double.isFinite(figure);
    }
}
