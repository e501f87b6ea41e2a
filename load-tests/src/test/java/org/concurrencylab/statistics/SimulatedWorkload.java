package org.concurrencylab.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * One workload of a made-up run: the reference measured twice per block (A/A) and each contender once, three headline
 * figures. Contenders equal the reference, but for the first one's first figure.
 *
 * @param figures the noise of each headline figure
 * @param contenders how many are held against the reference
 * @param blocks how many blocks there are
 */
record SimulatedWorkload(List<Noise> figures, int contenders, int blocks) {
    /** Where the true difference is, if there is one. */
    static final String FIRST = "0/0";

    /** Carried rate, p50 and CPU per request, all three with the same noise. */
    static SimulatedWorkload of(Noise noise, int contenders, int blocks) {
        return new SimulatedWorkload(List.of(noise, noise, noise), contenders, blocks);
    }

    Map<String, Comparison> measure(double trueRatioOfFirst, SplittableRandom random) {
        Map<String, Comparison> comparisons = new LinkedHashMap<>();
        for (int figure = 0; figure < figures.size(); figure++) {
            List<Double> truth = new ArrayList<>(Collections.nCopies(contenders + 2, 1.0));
            truth.set(2, figure == 0 ? trueRatioOfFirst : 1);
            List<double[]> slices = figures.get(figure).slices(blocks, truth, random);
            NoiseFloor floor = NoiseFloor.of(against(slices, 1));
            for (int contender = 0; contender < contenders; contender++) {
                comparisons.put(
                        contender + "/" + figure,
                        new Comparison.Measured(PairedRatio.of(against(slices, contender + 2)), floor));
            }
        }
        return comparisons;
    }

    /** Whether a difference is called anywhere. */
    boolean isCalled(Family family, double trueRatioOfFirst, SplittableRandom random) {
        return family.judge(measure(trueRatioOfFirst, random)).values().stream().anyMatch(SimulatedWorkload::isCall);
    }

    /** Whether the true difference is called. */
    boolean isFound(Family family, double trueRatioOfFirst, SplittableRandom random) {
        return family.judge(measure(trueRatioOfFirst, random)).get(FIRST) instanceof Verdict.More;
    }

    static boolean isCall(Verdict verdict) {
        return verdict instanceof Verdict.More || verdict instanceof Verdict.Less;
    }

    private static List<Pair> against(List<double[]> slices, int which) {
        return slices.stream().map(block -> new Pair(block[which], block[0])).toList();
    }
}
