package org.concurrencylab.compare;

import java.util.List;

/**
 * What a run measures, and for how long.
 *
 * @param loads the workloads, in the order in which each block visits them
 * @param blocks repetitions; each block holds every contender once per workload
 * @param warmUpSeconds load on each contender before anything is measured, in seconds
 * @param warmUpPerSecond its highest rate, in requests per second
 * @param rampSeconds part of each slice in which the rate rises, in seconds; not measured
 * @param settleSeconds part of each slice at the full rate that is not measured yet, in seconds
 * @param measuredSeconds part of each slice that counts, in seconds
 * @param gatlingSeconds unmeasured load per contender for Gatling's own report, in seconds
 */
public record Plan(
        List<Load> loads,
        int blocks,
        double warmUpSeconds,
        int warmUpPerSecond,
        double rampSeconds,
        double settleSeconds,
        double measuredSeconds,
        double gatlingSeconds) {

    private static final double START_SECONDS = 20;

    /** Below and far above what 200 workers can carry of 200 ms calls (1,000/s). */
    private static final List<Load> LOADS =
            List.of(Load.crud(2_500), Load.external(500, 200), Load.external(2_000, 200));

    /** At most three minutes for three contenders on two cores. */
    public static Plan quick() {
        return new Plan(LOADS, 3, 9, 3_500, 0.3, 0.3, 2.4, 2);
    }

    /** At most twenty minutes: more blocks of longer slices, and so narrower intervals. */
    public static Plan full() {
        return new Plan(LOADS, 15, 30, 3_500, 1, 1, 4, 10);
    }

    /** One slice from its first request to its last answer, in seconds. */
    double sliceSeconds() {
        return rampSeconds + settleSeconds + measuredSeconds;
    }

    /** About how long a run over so many contenders takes, in seconds. */
    public double seconds(int contenders) {
        int slices = loads.size() * blocks * contenders;
        return START_SECONDS + slices * sliceSeconds() + contenders * (warmUpSeconds + gatlingSeconds);
    }
}
