package org.concurrencylab.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Whether readings that follow one another rise or fall, and by how much: the slope of Theil and Sen, the median of the
 * slopes of all pairs, which single outliers do not move (P. K. Sen, "Estimates of the Regression Coefficient Based on
 * Kendall's Tau", Journal of the American Statistical Association 63, 1968). Its standard error is that of least
 * squares by √(π ÷ 3), its efficiency for normal noise (the same), with the spread taken from the median of absolute
 * deviations.
 *
 * <p>Readings of a running process are not independent: what is high now is high ten seconds later. The squared error
 * is therefore multiplied by how many readings stand for one, 1 + 2 Σ (1 − k ÷ n) ρᵏ (G. V. Bayley and J. M.
 * Hammersley, "The 'Effective' Number of Independent Observations in an Autocorrelated Time Series", Supplement to the
 * Journal of the Royal Statistical Society 8, 1946). ρ is the lag-1 correlation of the ranks of what the line leaves,
 * as K. Hamed and A. Rao take it ("A Modified Mann-Kendall Trend Test for Autocorrelated Data", Journal of Hydrology
 * 204, 1998). Few readings about a fitted line make it look too small, by (2 + 4ρ) ÷ n (M. Kendall, "Note on Bias in
 * the Estimation of Autocorrelation", Biometrika 41, 1954), which is put right first; a negative ρ counts as none. The
 * tests have the rates of false trends that are left.
 *
 * <p>Their own test, Kendall's S with such a correction, sees only that a smooth curve rises, not how far, and takes
 * its bend for correlation: a leak that quickens would not be named.
 *
 * @param growth of the line from the first reading to the last, in the readings' unit
 * @param low lower end of the growth's 95 % interval
 * @param high upper end of the growth's 95 % interval
 * @param pValue of the hypothesis that there is no trend, two-sided
 * @param spread standard deviation of a single reading about the line
 * @param autocorrelation ρ as it was raised, from 0 to 1
 */
public record Trend(double growth, double low, double high, double pValue, double spread, double autocorrelation) {

    /** With fewer the estimate of ρ is worth nothing. */
    public static final int FEWEST = 10;

    /**
     * What the median of absolute deviations of a normal distribution is multiplied by to be its standard deviation.
     */
    private static final double DEVIATIONS = 1.4826;

    private static final double LARGEST = 0.99;

    /**
     * @param times of the readings, ascending
     * @param values one for each
     * @throws IllegalArgumentException if there are fewer than {@link #FEWEST}, or not as many of both
     */
    public static Trend of(double[] times, double[] values) {
        int n = values.length;
        if (n < FEWEST || times.length != n) {
            throw new IllegalArgumentException(n + " readings at " + times.length + " times make no trend.");
        }
        double slope = slope(times, values);
        double[] rest = IntStream.range(0, n)
                .mapToDouble(i -> values[i] - slope * times[i])
                .toArray();
        double spread = spread(rest);
        double correlation = correlation(rest);
        double span = times[n - 1] - times[0];
        double error = span
                * spread
                * Math.sqrt(n / (n - 2.0) * Math.PI / 3 * readingsForOne(n, correlation) / squares(times));
        double reach = StudentT.quantile(Interval.CONFIDENCE, n - 2) * error;
        double growth = slope * span;
        return new Trend(growth, growth - reach, growth + reach, pValue(growth, error, n - 2), spread, correlation);
    }

    private static double slope(double[] times, double[] values) {
        int n = values.length;
        double[] slopes = new double[n * (n - 1) / 2];
        int next = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                slopes[next++] = (values[j] - values[i]) / (times[j] - times[i]);
            }
        }
        return middle(slopes);
    }

    private static double spread(double[] rest) {
        double level = middle(rest);
        return DEVIATIONS
                * middle(Arrays.stream(rest).map(each -> Math.abs(each - level)).toArray());
    }

    private static double middle(double[] values) {
        return Median.withDefaults().withCopy(true).evaluate(values);
    }

    /** About their mean. */
    private static double squares(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Arrays.stream(values).map(each -> (each - mean) * (each - mean)).sum();
    }

    /** Readings that lie on one line leave no doubt: 0, or 1 if the line is level. */
    private static double pValue(double growth, double error, double degreesOfFreedom) {
        if (growth == 0) {
            return 1;
        }
        return error == 0 ? 0 : 2 * TDistribution.of(degreesOfFreedom).survivalProbability(Math.abs(growth) / error);
    }

    private static double correlation(double[] rest) {
        int n = rest.length;
        double[] ranks = Arrays.stream(rest).map(value -> rank(rest, value)).toArray();
        double mean = (n + 1) / 2.0;
        double squares = squares(ranks);
        if (squares == 0) {
            return 0;
        }
        double products = IntStream.range(1, n)
                .mapToDouble(i -> (ranks[i] - mean) * (ranks[i - 1] - mean))
                .sum();
        double unbiased = Math.clamp((n * products / squares + 2) / (n - 4), 0, LARGEST);
        return Math.min(unbiased + Math.sqrt((1 - unbiased * unbiased) / n), LARGEST);
    }

    /** Equal values share the mean of their ranks. */
    private static double rank(double[] values, double value) {
        long below = Arrays.stream(values).filter(each -> each < value).count();
        long equal = Arrays.stream(values).filter(each -> each == value).count();
        return below + (equal + 1) / 2.0;
    }

    private static double readingsForOne(int n, double correlation) {
        double sum = 0;
        double power = 1;
        for (int k = 1; k < n; k++) {
            power *= correlation;
            sum += (1 - (double) k / n) * power;
        }
        return 1 + 2 * sum;
    }
}
