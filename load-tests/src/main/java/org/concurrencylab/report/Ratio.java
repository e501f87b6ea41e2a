package org.concurrencylab.report;

import org.concurrencylab.statistics.NoiseFloor;
import org.concurrencylab.statistics.RatioEstimate;
import org.concurrencylab.statistics.Verdict.CannotTell;
import org.concurrencylab.statistics.Verdict.Invalid;
import org.concurrencylab.statistics.Verdict.Less;
import org.concurrencylab.statistics.Verdict.More;
import org.concurrencylab.statistics.Verdict.NotShown;
import org.concurrencylab.statistics.Verdict.OneOfMany;
import org.concurrencylab.statistics.Verdict.TooFewBlocks;
import org.concurrencylab.statistics.Verdict.WithinNoise;

/**
 * How many times the reference's figure a contender's figure is, and what may be said of it.
 *
 * @param estimate paired by block, over the rounds if there are several, with its 95 % interval
 * @param floor what a contender differs from itself by, in this figure and workload
 * @param verdict after all comparisons of the workload were judged together
 */
public record Ratio(RatioEstimate estimate, NoiseFloor floor, org.concurrencylab.statistics.Verdict verdict) {

    /** Geometric mean of the paired ratios, no unit; NaN without a pair. */
    public double value() {
        return estimate.value();
    }

    /** Lower end of the 95 % interval; NaN without an interval. */
    public double low() {
        return estimate.interval().map(interval -> interval.low()).orElse(Double.NaN);
    }

    /** Upper end of the 95 % interval; NaN without an interval. */
    public double high() {
        return estimate.interval().map(interval -> interval.high()).orElse(Double.NaN);
    }

    /** How many blocks gave a pair. */
    public int blocks() {
        return estimate.pairs();
    }

    /** What may be said. */
    public Difference difference() {
        return switch (verdict) {
            case More more -> Difference.MORE;
            case Less less -> Difference.LESS;
            case NotShown none -> Difference.NOT_SHOWN;
            case TooFewBlocks few -> Difference.TOO_FEW_BLOCKS;
            case CannotTell cannot -> Difference.CANNOT_TELL;
        };
    }

    /** Why nothing may be said, in a few words; empty where something may. */
    public String why() {
        return switch (verdict) {
            case WithinNoise noise ->
                "one service differs from itself by up to " + Format.decimals(noise.floorPercent(), 0) + " % here";
            case OneOfMany many -> "among " + many.comparisons() + " comparisons such an interval is no surprise";
            case Invalid invalid -> invalid.why();
            case TooFewBlocks few -> few.ratio().rounds() > 1 ? "too few rounds" : "too few valid blocks";
            case More more -> "";
            case Less less -> "";
            case NotShown none -> "";
        };
    }

    /** A verdict on two figures. */
    public enum Difference {
        /** The contender's figure is larger. */
        MORE,
        /** The contender's figure is smaller. */
        LESS,
        /** The interval holds 1, or lies within 1 % of it. */
        NOT_SHOWN,
        /** Fewer than three valid blocks, or of several rounds fewer than three: no interval. */
        TOO_FEW_BLOCKS,
        /** The interval leaves out 1, or the slices are invalid, and no winner can be named. */
        CANNOT_TELL
    }
}
