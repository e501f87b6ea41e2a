package org.concurrencylab.statistics;

import java.util.List;
import org.apache.commons.statistics.descriptive.Mean;

/**
 * The ratio of two contenders from paired figures, with Student's t-interval on the log ratios. The default of a
 * report.
 *
 * <p>Each block measures both within seconds, so that what disturbs both, such as a drift of the machine, cancels in
 * their ratio. Of n log ratios with mean m and standard deviation s the interval is exp(m ± t · s ÷ √n) with n − 1
 * degrees of freedom (Student 1908).
 *
 * <p>Runs that restart the JVMs give several rounds of blocks. Steady states differ from one start to the next (Barrett
 * et al., "Virtual Machine Warmup Blows Hot and Cold", OOPSLA 2017), so the interval is taken over the means of the
 * rounds, with rounds − 1 degrees of freedom (T. Kalibera and R. Jones, "Rigorous Benchmarking in Reasonable Time",
 * ISMM 2013). Rounds may differ in their number of blocks: each counts once, which leaves the estimate unbiased.
 *
 * <p>Fewer than three independent values (rounds, or blocks of the only round) give a value without an interval.
 */
public final class PairedRatio {
    private static final int FEWEST = 3;

    private PairedRatio() {}

    /**
     * @param pairs one per block of one round; unusable ones are left out and counted
     * @return their ratio with its 95 % interval
     */
    public static RatioEstimate of(List<Pair> pairs) {
        return of(pairs, Interval.CONFIDENCE);
    }

    /**
     * @param pairs one per block of one round; unusable ones are left out and counted
     * @param confidence of the interval, between 0 and 1
     * @return their ratio
     * @throws IllegalArgumentException if the confidence is no such share
     */
    public static RatioEstimate of(List<Pair> pairs, double confidence) {
        return ofRounds(List.of(pairs), confidence);
    }

    /**
     * @param rounds the blocks of each start of the JVMs; a round without a usable pair does not count
     * @return their ratio with its 95 % interval
     */
    public static RatioEstimate ofRounds(List<List<Pair>> rounds) {
        return ofRounds(rounds, Interval.CONFIDENCE);
    }

    /**
     * @param rounds the blocks of each start of the JVMs; a round without a usable pair does not count
     * @param confidence of the interval, between 0 and 1
     * @return their ratio
     * @throws IllegalArgumentException if the confidence is no such share
     */
    public static RatioEstimate ofRounds(List<List<Pair>> rounds, double confidence) {
        Interval.requireShare(confidence);
        Sample sample = Sample.of(rounds);
        double[] values = sample.independent();
        if (values.length < FEWEST) {
            return RatioEstimate.withoutInterval(Mean.of(values).getAsDouble(), sample);
        }
        StudentT student = StudentT.of(values);
        double half = student.halfWidth(confidence);
        Interval interval = Interval.ofLogs(student.mean() - half, student.mean() + half, confidence);
        return RatioEstimate.of(student.mean(), interval, student.pValue(), sample);
    }
}
