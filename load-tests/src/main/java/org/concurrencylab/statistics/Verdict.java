package org.concurrencylab.statistics;

/** What may be said of two contenders' figures. Whether more is better is the figure's own matter. */
public sealed interface Verdict {

    /**
     * The contender's figure is the larger one.
     *
     * @param ratio contender ÷ reference
     * @param adjustedP the p value after Holm's correction for the whole family
     */
    record More(RatioEstimate ratio, double adjustedP) implements Verdict {}

    /**
     * The contender's figure is the smaller one.
     *
     * @param ratio contender ÷ reference
     * @param adjustedP the p value after Holm's correction for the whole family
     */
    record Less(RatioEstimate ratio, double adjustedP) implements Verdict {}

    /**
     * No difference shown: the interval holds 1, or lies so near to 1 that it does not matter.
     *
     * @param ratio contender ÷ reference
     * @param atMostPercent by how much either may exceed the other for all that the data say, in percent; large if the
     *     run was too noisy to show anything
     */
    record NotShown(RatioEstimate ratio, double atMostPercent) implements Verdict {}

    /** The data do not allow a verdict. */
    sealed interface CannotTell extends Verdict {}

    /**
     * Fewer than three valid blocks, or with restarts fewer than three rounds.
     *
     * @param ratio without an interval
     */
    record TooFewBlocks(RatioEstimate ratio) implements CannotTell {}

    /**
     * The interval leaves out 1, but the ratio is no larger than what one contender shows against itself.
     *
     * @param ratio contender ÷ reference
     * @param floorPercent what it had to exceed, in percent
     */
    record WithinNoise(RatioEstimate ratio, double floorPercent) implements CannotTell {}

    /**
     * The interval leaves out 1, but among so many comparisons one such interval is no surprise.
     *
     * @param ratio contender ÷ reference
     * @param adjustedP the p value after Holm's correction for the whole family
     * @param comparisons how many there are in the family
     */
    record OneOfMany(RatioEstimate ratio, double adjustedP, int comparisons) implements CannotTell {}

    /**
     * The measurement is not valid.
     *
     * @param why as given by {@link Comparison.Invalid}
     */
    record Invalid(String why) implements CannotTell {}
}
