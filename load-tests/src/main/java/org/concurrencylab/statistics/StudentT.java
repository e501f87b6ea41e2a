package org.concurrencylab.statistics;

import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Student's t for the mean of independent values (Student, "The Probable Error of a Mean", Biometrika 6, 1908).
 *
 * @param mean the values' mean
 * @param standardError of the mean, in the values' unit
 * @param degreesOfFreedom one fewer than there are values
 */
record StudentT(double mean, double standardError, int degreesOfFreedom) {

    /** @param values at least two */
    static StudentT of(double[] values) {
        double error = StandardDeviation.of(values).getAsDouble() / Math.sqrt(values.length);
        return new StudentT(Mean.of(values).getAsDouble(), error, values.length - 1);
    }

    /** How far the interval's ends lie from the mean. */
    double halfWidth(double confidence) {
        return quantile(confidence, degreesOfFreedom) * standardError;
    }

    /** Of the hypothesis that the true mean is 0, two-sided. Values that are all alike give 1 at 0 and 0 elsewhere. */
    double pValue() {
        if (standardError == 0) {
            return mean == 0 ? 1 : 0;
        }
        return 2 * TDistribution.of(degreesOfFreedom).survivalProbability(Math.abs(mean) / standardError);
    }

    /** What the share {@code confidence} of t values lies below in absolute value. */
    static double quantile(double confidence, int degreesOfFreedom) {
        return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - confidence) / 2);
    }
}
