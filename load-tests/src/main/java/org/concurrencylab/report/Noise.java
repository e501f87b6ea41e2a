package org.concurrencylab.report;

import org.concurrencylab.statistics.NoiseFloor;

/**
 * What one and the same service differs from itself by, under one workload: no smaller difference between two services
 * can be told from noise.
 *
 * @param carried of requests carried per second
 * @param p50 of the median latency
 * @param cpu of CPU time per request
 */
public record Noise(NoiseFloor carried, NoiseFloor p50, NoiseFloor cpu) {

    /** In one line; empty when none was measured twice. */
    String sentence() {
        if (!cpu.isKnown() && !p50.isKnown()) {
            return "";
        }
        return "one contender against itself: p50 " + p50.text() + ", CPU per request " + cpu.text()
                + (cpu.biased() || p50.biased() ? " (biased: it differs from itself)" : "");
    }
}
