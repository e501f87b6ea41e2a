package org.concurrencylab.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.descriptive.Mean;

/**
 * What this run's noise looks like: one contender measured twice in each block, as if it were two (A/A). A difference
 * between contenders that is no larger than this cannot be told from noise.
 *
 * <p>The true ratio of A/A is known to be 1. So its spread is taken about 1, s₀ = √(Σx² ÷ n) of the n log ratios x, and
 * all n degrees of freedom are left: the floor is t · s₀ ÷ √n. With several rounds, x are the means of the rounds, as
 * in {@link PairedRatio}.
 *
 * <p>If one contender differs from itself all the same (its 98 % interval leaves out 1), the run has a bias that no
 * interval of the other pairs shows, for instance that the first slice of a block is always the slower one. Then the
 * floor is the far end of the A/A ratio's 95 % interval. Always taking the far end leaves 85 % power instead of 90 % in
 * the case that {@link Family} is held to; of the limits tried (95, 98 and 99 %), 98 % is the strictest that keeps 90
 * %. A bias about as large as the noise is caught in part only: with slices of sd 4 %, 8 blocks and a bias of 3 %, 14 %
 * of workloads without a difference are called. Balanced order has to prevent it.
 *
 * <p>Measure two processes of the same contender, not one process twice: their starts differ, too.
 *
 * @param ofMean within how much the mean ratio of a run like this lies of 1, at 95 %; a log ratio, NaN if unknown
 * @param ofOnePair the same for a single block's ratio, t · s₀ over all blocks; a log ratio, NaN if unknown
 * @param biased whether the run measured one contender as two that differ: worth a warning of its own
 * @param pairs how many A/A pairs this is from
 */
public record NoiseFloor(double ofMean, double ofOnePair, boolean biased, int pairs) {
    private static final int FEWEST = 3;
    private static final double SURE_OF_BIAS = 0.98;
    private static final double FEW_PERCENT = 10;

    /** The floor of a run without A/A pairs. */
    public static NoiseFloor unknown() {
        return new NoiseFloor(Double.NaN, Double.NaN, false, 0);
    }

    /** @param pairs A/A, one per block of one round; fewer than three usable ones leave the floor unknown */
    public static NoiseFloor of(List<Pair> pairs) {
        return ofRounds(List.of(pairs));
    }

    /** @param rounds the A/A pairs of each start of the JVMs; fewer than three usable rounds leave the floor unknown */
    public static NoiseFloor ofRounds(List<List<Pair>> rounds) {
        Sample sample = Sample.of(rounds);
        double[] values = sample.independent();
        if (values.length < FEWEST) {
            return new NoiseFloor(Double.NaN, Double.NaN, false, sample.logs().length);
        }
        StudentT student = StudentT.of(values);
        double distance = Math.abs(student.mean());
        boolean biased = distance > student.halfWidth(SURE_OF_BIAS);
        double floor = biased
                ? distance + student.halfWidth(Interval.CONFIDENCE)
                : Math.max(distance, aboutOne(values) / Math.sqrt(values.length));
        return new NoiseFloor(floor, aboutOne(sample.logs()), biased, sample.logs().length);
    }

    /** Whether there were A/A pairs enough. */
    public boolean isKnown() {
        return !Double.isNaN(ofMean);
    }

    /** The floor of a mean ratio in percent; NaN if unknown. */
    public double percent() {
        return 100 * Math.expm1(ofMean);
    }

    /** The floor of a single block's ratio in percent; NaN if unknown. */
    public double onePairPercent() {
        return 100 * Math.expm1(ofOnePair);
    }

    /** For a report: "±4.6 %", "±12 %" or "unknown". */
    public String text() {
        if (!isKnown()) {
            return "unknown";
        }
        return String.format(Locale.ROOT, percent() < FEW_PERCENT ? "±%.1f %%" : "±%.0f %%", percent());
    }

    private static double aboutOne(double[] logs) {
        double meanSquare =
                Mean.of(Arrays.stream(logs).map(log -> log * log).toArray()).getAsDouble();
        return StudentT.quantile(Interval.CONFIDENCE, logs.length) * Math.sqrt(meanSquare);
    }
}
