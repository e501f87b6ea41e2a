package org.concurrencylab.bench;

import java.time.Duration;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * What one round measured on one target.
 *
 * @param seconds the measured window
 * @param latencies of the answers 200, in microseconds
 * @param failures answers other than 200, and connections that failed
 * @param serviceCpu CPU time of the service's process in the window; empty without a process
 * @param generatorCpu CPU time of this process in the window
 */
record RoundCost(
        double seconds, Histogram latencies, long failures, Optional<Duration> serviceCpu, Duration generatorCpu) {

    double requestsPerSecond() {
        return answers() / seconds;
    }

    double micros(double percentile) {
        return latencies.getValueAtPercentile(percentile);
    }

    Optional<Double> serviceCpuMillisPerRequest() {
        return serviceCpu.map(this::millisPerRequest);
    }

    /** CPU time per request over the other's; empty unless both are known. */
    Optional<Double> serviceCpuRatio(RoundCost other) {
        boolean known = answers() > 0 && other.answers() > 0;
        return serviceCpuMillisPerRequest()
                .flatMap(own -> other.serviceCpuMillisPerRequest().map(reference -> own / reference))
                .filter(ratio -> known && Double.isFinite(ratio));
    }

    double generatorCpuMillisPerRequest() {
        return millisPerRequest(generatorCpu);
    }

    /** Share of one CPU that this process was busy. */
    double generatorBusy() {
        return generatorCpu.toMillis() / (seconds * 1_000);
    }

    long answers() {
        return latencies.getTotalCount();
    }

    private double millisPerRequest(Duration cpu) {
        return (double) cpu.toMillis() / (answers() + failures);
    }
}
