package org.concurrencylab.statistics;

import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Student's t for the mean of independent values (Student, "The Probable Error of a Mean", Biometrika 6, 1908).
 *
 * @param mean the values' mean
 * @param standardError of the mean, in the values' unit
 * @param degreesOfFreedom one fewer than there are values; of two samples, what Welch takes for it, no whole number
 */
record StudentT(double mean, double standardError, double degreesOfFreedom) {

    /** @param values at least two */
    static StudentT of(double[] values) {
        double error = StandardDeviation.of(values).getAsDouble() / Math.sqrt(values.length);
        return new StudentT(Mean.of(values).getAsDouble(), error, values.length - 1);
    }

    /**
     * The difference of the means of two independent samples that may differ in their spread.
     *
     * @param values at least two
     * @param others at least two, subtracted
     */
    static StudentT ofDifference(double[] values, double[] others) {
        StudentT one = of(values);
        StudentT other = of(others);
        double variance = square(one.standardError()) + square(other.standardError());
        double freedom = variance == 0
                ? one.degreesOfFreedom() + other.degreesOfFreedom()
                : square(variance)
                        / (square(square(one.standardError())) / one.degreesOfFreedom()
                                + square(square(other.standardError())) / other.degreesOfFreedom());
        return new StudentT(one.mean() - other.mean(), Math.sqrt(variance), freedom);
    }

    private static double square(double value) {
        return value * value;
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
    static double quantile(double confidence, double degreesOfFreedom) {
        return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - confidence) / 2);
    }
}
