package org.concurrencylab.statistics;

/** One figure of one contender against the reference, to be judged by a {@link Family}. */
public sealed interface Comparison {

    /**
     * One that was measured.
     *
     * @param ratio contender ÷ reference
     * @param floor of the same figure and workload
     * @param smallest ratio that may be called, as a log ratio, whatever the floor is: what the data of this run cannot
     *     know
     */
    record Measured(RatioEstimate ratio, NoiseFloor floor, double smallest) implements Comparison {

        /** One whose data tell all. */
        public Measured(RatioEstimate ratio, NoiseFloor floor) {
            this(ratio, floor, 0);
        }
    }

    /**
     * One that must not be judged, whatever its figures say.
     *
     * @param why in a few words, for instance "the generator was saturated"
     */
    record Invalid(String why) implements Comparison {}
}
