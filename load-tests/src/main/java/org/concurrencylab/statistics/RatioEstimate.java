package org.concurrencylab.statistics;

import java.util.Optional;

/**
 * How many times the reference's figure a contender's figure is, and how sure that is.
 *
 * @param value geometric mean of the paired ratios, or ratio of two geometric means; no unit, NaN without usable data
 * @param interval where the true ratio may lie; empty where the data are too few
 * @param pValue how probable data at least this far from 1 are if the true ratio is 1; NaN without an interval
 * @param pairs how many blocks gave a usable pair; without pairs, how many values the side with fewer of them has
 * @param ignored how many pairs or values had no ratio and were left out
 * @param rounds how many starts of the JVMs these blocks come from; 1 without pairs
 */
public record RatioEstimate(
        double value, Optional<Interval> interval, double pValue, int pairs, int ignored, int rounds) {

    /** A ratio whose data are too few for an interval. */
    static RatioEstimate withoutInterval(double logMean, Sample sample) {
        return new RatioEstimate(
                Math.exp(logMean),
                Optional.empty(),
                Double.NaN,
                sample.logs().length,
                sample.ignored(),
                sample.rounds());
    }

    /** A ratio with what the data say of it. */
    static RatioEstimate of(double logMean, Interval interval, double pValue, Sample sample) {
        return new RatioEstimate(
                Math.exp(logMean),
                Optional.of(interval),
                pValue,
                sample.logs().length,
                sample.ignored(),
                sample.rounds());
    }
}
