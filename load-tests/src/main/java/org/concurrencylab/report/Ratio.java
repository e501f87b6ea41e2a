package org.concurrencylab.report;

import java.util.List;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How many times the reference's figure a contender's figure is.
 *
 * <p>Each block measures both within seconds of one another, so what disturbs one disturbs the other and cancels in
 * their ratio. The value is the geometric mean of these paired ratios; the interval is Student's t on their logarithms,
 * taken back by exp. Source: T. Kalibera and R. Jones, "Rigorous Benchmarking in Reasonable Time", ISMM 2013, for
 * ratios of repeated measurements; Student, "The Probable Error of a Mean", Biometrika 6, 1908, for the interval.
 *
 * @param value geometric mean of the paired ratios, no unit; NaN without a pair
 * @param low lower end of the 95 % interval; NaN with fewer than three pairs
 * @param high upper end of the 95 % interval; NaN with fewer than three pairs
 * @param blocks how many blocks gave a pair
 */
public record Ratio(double value, double low, double high, int blocks) {
    private static final int FEWEST_BLOCKS = 3;
    private static final double TWO_SIDED_95 = 0.025;
    private static final double NEGLIGIBLE = 0.01;

    /**
     * One block's two figures, of the same unit and both positive.
     *
     * @param contender its figure
     * @param reference the figure it is held against
     */
    public record Pair(double contender, double reference) {
        boolean isUsable() {
            return contender > 0 && reference > 0 && Double.isFinite(contender) && Double.isFinite(reference);
        }
    }

    /**
     * @param pairs one per block; pairs with a missing (NaN) or zero figure have no ratio and are left out
     * @return their ratio
     */
    public static Ratio of(List<Pair> pairs) {
        double[] logs = pairs.stream()
                .filter(Pair::isUsable)
                .mapToDouble(pair -> Math.log(pair.contender() / pair.reference()))
                .toArray();
        double mean = Mean.of(logs).getAsDouble();
        if (logs.length < FEWEST_BLOCKS) {
            return new Ratio(Math.exp(mean), Double.NaN, Double.NaN, logs.length);
        }
        double t = TDistribution.of(logs.length - 1).inverseSurvivalProbability(TWO_SIDED_95);
        double half = t * StandardDeviation.of(logs).getAsDouble() / Math.sqrt(logs.length);
        return new Ratio(Math.exp(mean), Math.exp(mean - half), Math.exp(mean + half), logs.length);
    }

    /** What the interval allows to say. */
    public Difference difference() {
        if (Double.isNaN(low)) {
            return Difference.TOO_FEW_BLOCKS;
        }
        if (low <= 1 && high >= 1) {
            return Difference.NOT_SHOWN;
        }
        if (low > 1 - NEGLIGIBLE && high < 1 + NEGLIGIBLE) {
            return Difference.NEGLIGIBLE;
        }
        return low > 1 ? Difference.MORE : Difference.LESS;
    }

    /** A verdict on two figures. */
    public enum Difference {
        /** The whole interval lies above 1. */
        MORE,
        /** The whole interval lies below 1. */
        LESS,
        /** The interval holds 1. */
        NOT_SHOWN,
        /** The interval leaves out 1, yet lies within 1 % of it: real perhaps, but of no use to anybody. */
        NEGLIGIBLE,
        /** Fewer than three blocks: no interval. */
        TOO_FEW_BLOCKS
    }
}
