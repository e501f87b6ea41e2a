package org.concurrencylab.report;

import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.concurrencylab.results.Finding;
import org.concurrencylab.results.Histograms;
import org.concurrencylab.results.Results;
import org.concurrencylab.results.Results.Prediction;
import org.concurrencylab.results.Results.Slice;
import org.concurrencylab.results.Results.Workload;
import org.concurrencylab.results.Usage;

/** Results small enough to be checked by hand: slices of 4 s under one workload of 1,000 requests/s. */
final class Handmade {
    static final String WORKLOAD = "external";

    private Handmade() {}

    static Results results(double rate, List<Prediction> predictions, Slice... slices) {
        List<String> names =
                List.of(slices).stream().map(Slice::contender).distinct().toList();
        return SampleResults.of(
                names.stream()
                        .map(name -> SampleResults.contender(name, "worker", 200, 1))
                        .toList(),
                List.of(new Workload(WORKLOAD, "One call", rate, 200, null, predictions)),
                List.of(slices));
    }

    static Slice slice(String contender, int block, long completed, double cpuMillis, long... latencies) {
        return slice(contender, block, completed, usage(cpuMillis), 0, List.of(), latencies);
    }

    static Slice slice(
            String contender,
            int block,
            long completed,
            Usage usage,
            long errors,
            List<String> findings,
            long... latencies) {
        Histogram latency = new Histogram(3);
        for (long micros : latencies) {
            latency.recordValue(micros);
        }
        return new Slice(
                WORKLOAD,
                contender,
                0,
                block,
                block,
                false,
                false,
                SampleResults.STARTED,
                1,
                1,
                4,
                completed + errors,
                completed,
                Map.of("200", completed),
                errors,
                Histograms.encode(latency),
                Histograms.encode(new Histogram(3)),
                0,
                usage,
                findings.stream()
                        .map(sentence -> new Finding(Finding.Kind.LITTLE, sentence))
                        .toList());
    }

    /** The slice as the reference's second one in its block, or as one with these findings. */
    static Slice with(Slice slice, boolean twin, List<Finding> findings) {
        return new Slice(
                slice.workload(),
                slice.contender(),
                slice.round(),
                slice.block(),
                slice.position(),
                twin,
                slice.superseded(),
                slice.startedAt(),
                slice.rampSeconds(),
                slice.settleSeconds(),
                slice.measuredSeconds(),
                slice.sent(),
                slice.completed(),
                slice.statuses(),
                slice.errors(),
                slice.latencyMicros(),
                slice.latenessMicros(),
                slice.inFlight(),
                slice.usage(),
                findings);
    }

    static Usage usage(double cpuMillis) {
        return new Usage(
                cpuMillis,
                0.0,
                100L << 20,
                150L << 20,
                40,
                8_000L,
                10L,
                400.0,
                40.0,
                200.0,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static Usage unknown() {
        return Usage.UNKNOWN;
    }
}
