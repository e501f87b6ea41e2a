package org.concurrencylab.soak;

import org.concurrencylab.statistics.Trend;

/**
 * The verdict on one quantity of one contender.
 *
 * @param contender which one
 * @param quantity of it
 * @param typical the median of its readings; null when there were none
 * @param trend of the readings; null when there were too few of them
 * @param floor growth over the run up to this is noise; in the quantity's unit, null without a trend
 * @param adjustedP of the trend, for as many as were tested; null without one
 * @param verdict what follows
 */
record Growth(
        String contender,
        Quantity quantity,
        Double typical,
        Trend trend,
        Double floor,
        Double adjustedP,
        Verdict verdict) {

    enum Verdict {
        NONE_SHOWN("no growth shown"),
        GROWS("GROWS"),
        CANNOT_BE_TOLD("cannot be told");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    boolean grows() {
        return verdict == Verdict.GROWS;
    }
}
