package org.concurrencylab.statistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A made-up run of several workloads.
 *
 * @param workloads what it measures
 */
record SimulatedRun(List<SimulatedWorkload> workloads) {
    private static final Noise STEADY = Noise.ofSlices(0.0003);
    private static final Noise FIXED_DELAY = Noise.ofSlices(0.001);

    /** Three workloads whose nine figures are all as noisy as this. */
    static SimulatedRun allNoisy(Noise noise, int contenders, int blocks) {
        SimulatedWorkload workload = SimulatedWorkload.of(noise, contenders, blocks);
        return new SimulatedRun(List.of(workload, workload, workload));
    }

    /**
     * Three workloads like a quick run's: CPU per request is noisy everywhere, p50 only where no fixed delay makes it,
     * and the carried rate nowhere, because it is the offered one.
     */
    static SimulatedRun likeReal(Noise noise, int contenders, int blocks) {
        SimulatedWorkload crud = new SimulatedWorkload(List.of(noise, noise, STEADY), contenders, blocks);
        SimulatedWorkload external = new SimulatedWorkload(List.of(noise, FIXED_DELAY, STEADY), contenders, blocks);
        return new SimulatedRun(List.of(crud, external, external));
    }

    /** Whether a difference is called anywhere in an A/A run, each workload being a family. */
    boolean isCalledPerWorkload(Family family, SplittableRandom random) {
        boolean called = false;
        for (SimulatedWorkload workload : workloads) {
            called |= workload.isCalled(family, 1, random);
        }
        return called;
    }

    /** The verdicts, the whole run being one family. */
    Map<String, Verdict> judgeAsOne(Family family, double trueRatioOfFirst, SplittableRandom random) {
        Map<String, Comparison> all = new LinkedHashMap<>();
        for (int i = 0; i < workloads.size(); i++) {
            String prefix = i == 0 ? "" : i + "/";
            workloads
                    .get(i)
                    .measure(i == 0 ? trueRatioOfFirst : 1, random)
                    .forEach((key, comparison) -> all.put(prefix + key, comparison));
        }
        return family.judge(all);
    }

    /** Whether a difference is called anywhere in an A/A run, the whole run being one family. */
    boolean isCalledAsOne(Family family, SplittableRandom random) {
        return judgeAsOne(family, 1, random).values().stream().anyMatch(SimulatedWorkload::isCall);
    }
}
