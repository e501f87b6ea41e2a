package org.concurrencylab.statistics;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Mean;

/**
 * The ratio of two figures that were measured apart, such as before and after a change, with a 95 % interval. Nothing
 * pairs the values of one side with those of the other, so what disturbed one side alone does not cancel.
 *
 * <p>Of the logarithms' means m and standard deviations s over n values of each side, the interval is exp(m₁ − m₂ ± t ·
 * √(s₁² ÷ n₁ + s₂² ÷ n₂)), with the degrees of freedom (s₁² ÷ n₁ + s₂² ÷ n₂)² ÷ (s₁⁴ ÷ (n₁² (n₁ − 1)) + s₂⁴ ÷ (n₂² (n₂
 * − 1))): B. L. Welch, "The Generalization of 'Student's' Problem when Several Different Population Variances are
 * Involved", Biometrika 34, 1947. The sides need not vary alike.
 *
 * <p>The values of a side have to be independent of one another: the means of runs are, for each run starts the
 * services anew; the blocks of one run are so only as far as that run goes (see {@link Sample}).
 *
 * <p>Simulated, the interval holds the true ratio in 94 to 97 % of cases from three values a side on, and in 97 % with
 * two, which err on the safe side. Fewer than two values of a side give a ratio without an interval.
 */
public final class WelchRatio {
    private static final int FEWEST = 2;

    private WelchRatio() {}

    /**
     * @param after independent figures, in any unit; what is not positive and finite is left out and counted
     * @param before the figures that they are held against, in the same unit
     * @return geometric mean of after ÷ geometric mean of before; its pairs are the values of the side that has fewer
     */
    public static RatioEstimate of(double[] after, double[] before) {
        double[] logs = logs(after);
        double[] others = logs(before);
        int fewer = Math.min(logs.length, others.length);
        int ignored = after.length - logs.length + before.length - others.length;
        if (fewer < FEWEST) {
            double ratio =
                    Math.exp(Mean.of(logs).getAsDouble() - Mean.of(others).getAsDouble());
            return new RatioEstimate(ratio, Optional.empty(), Double.NaN, fewer, ignored, 1);
        }
        StudentT student = StudentT.ofDifference(logs, others);
        double half = student.halfWidth(Interval.CONFIDENCE);
        Interval interval = Interval.ofLogs(student.mean() - half, student.mean() + half, Interval.CONFIDENCE);
        return new RatioEstimate(Math.exp(student.mean()), Optional.of(interval), student.pValue(), fewer, ignored, 1);
    }

    private static double[] logs(double[] figures) {
        return Arrays.stream(figures)
                .filter(figure -> figure > 0 && Double.isFinite(figure))
                .map(Math::log)
                .toArray();
    }
}
