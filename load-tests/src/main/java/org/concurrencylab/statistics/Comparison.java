package org.concurrencylab.statistics;

/** One figure of one contender against the reference, to be judged by a {@link Family}. */
public sealed interface Comparison {

    /**
     * One that was measured.
     *
     * @param ratio contender ÷ reference
     * @param floor of the same figure and workload
     */
    record Measured(RatioEstimate ratio, NoiseFloor floor) implements Comparison {}

    /**
     * One that must not be judged, whatever its figures say.
     *
     * @param why in a few words, for instance "the generator was saturated"
     */
    record Invalid(String why) implements Comparison {}
}
