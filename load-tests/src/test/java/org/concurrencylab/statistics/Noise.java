package org.concurrencylab.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * Makes up paired figures with the noise of real runs. Standard deviations are of logarithms: 0.03 is about 3 %.
 *
 * @param sliceSd of a slice, independent of all others
 * @param driftSd of what both slices of a block share: an AR(1) process over the blocks
 * @param outlierShare share of slices that are outliers
 * @param outlierFactor what an outlier is multiplied by
 * @param contenderOnly whether only the contender has outliers
 */
record Noise(double sliceSd, double driftSd, double outlierShare, double outlierFactor, boolean contenderOnly) {
    private static final double AUTOCORRELATION = 0.7;
    private static final double TYPICAL_FIGURE = 0.3;

    static Noise ofSlices(double sd) {
        return new Noise(sd, 0.15, 0, 1, false);
    }

    Noise withOutliers(double share, double factor) {
        return new Noise(sliceSd, driftSd, share, factor, false);
    }

    Noise withOutliersOfContender(double share, double factor) {
        return new Noise(sliceSd, driftSd, share, factor, true);
    }

    /** The geometric mean ratio that these pairs have in the long run. */
    double trueRatio(double ratio) {
        return contenderOnly ? ratio * Math.pow(outlierFactor, outlierShare) : ratio;
    }

    /** Blocks of a contender whose figure is so many times the reference's. */
    List<Pair> pairs(double ratio, int blocks, SplittableRandom random) {
        return slices(blocks, List.of(1.0, ratio), random).stream()
                .map(block -> new Pair(block[1], block[0]))
                .toList();
    }

    /** Per block one figure for each of these true figures (relative ones); the first is the reference. */
    List<double[]> slices(int blocks, List<Double> figures, SplittableRandom random) {
        List<double[]> slices = new ArrayList<>();
        double drift = driftSd * random.nextGaussian();
        for (int block = 0; block < blocks; block++) {
            double[] figuresNow = new double[figures.size()];
            for (int i = 0; i < figuresNow.length; i++) {
                boolean mayStall = i > 0 || !contenderOnly;
                figuresNow[i] = TYPICAL_FIGURE * figures.get(i) * Math.exp(drift + sliceNoise(mayStall, random));
            }
            slices.add(figuresNow);
            drift = AUTOCORRELATION * drift
                    + Math.sqrt(1 - AUTOCORRELATION * AUTOCORRELATION) * driftSd * random.nextGaussian();
        }
        return slices;
    }

    private double sliceNoise(boolean mayStall, SplittableRandom random) {
        double noise = sliceSd * random.nextGaussian();
        return mayStall && random.nextDouble() < outlierShare ? noise + Math.log(outlierFactor) : noise;
    }

    /** What share of 2,000 repetitions, in percent, this holds for. */
    static double percentOf2000(BooleanSupplier repetition) {
        int held = 0;
        for (int i = 0; i < 2_000; i++) {
            held += repetition.getAsBoolean() ? 1 : 0;
        }
        return held / 20.0;
    }
}
