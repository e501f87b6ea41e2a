package org.concurrencylab.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The bootstrap interval that was not chosen: bias-corrected and accelerated (B. Efron, "Better Bootstrap Confidence
 * Intervals", JASA 82, 1987), here only to show why.
 */
final class BcaInterval {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private BcaInterval() {}

    static Interval of(List<Pair> pairs, long seed, int resamples) {
        double[] logs = pairs.stream().mapToDouble(Pair::logRatio).toArray();
        double mean = Mean.of(logs).getAsDouble();
        SplittableRandom random = new SplittableRandom(seed);
        double[] means = new double[resamples];
        for (int resample = 0; resample < resamples; resample++) {
            double sum = 0;
            for (int i = 0; i < logs.length; i++) {
                sum += logs[random.nextInt(logs.length)];
            }
            means[resample] = sum / logs.length;
        }
        Arrays.sort(means);
        double below = Arrays.stream(means).filter(each -> each < mean).count();
        double bias = NORMAL.inverseCumulativeProbability(
                Math.clamp(below / resamples, 1.0 / resamples, 1 - 1.0 / resamples));
        double squares = Arrays.stream(logs).map(log -> Math.pow(log - mean, 2)).sum();
        double cubes = Arrays.stream(logs).map(log -> Math.pow(log - mean, 3)).sum();
        double acceleration = cubes / (6 * Math.pow(squares, 1.5));
        return Interval.ofLogs(
                at(means, bias, acceleration, 0.025), at(means, bias, acceleration, 0.975), Interval.CONFIDENCE);
    }

    private static double at(double[] sorted, double bias, double acceleration, double share) {
        double z = bias + NORMAL.inverseCumulativeProbability(share);
        double corrected = NORMAL.cumulativeProbability(bias + z / (1 - acceleration * z));
        return sorted[Math.clamp((int) Math.floor(corrected * (sorted.length + 1)) - 1, 0, sorted.length - 1)];
    }
}
