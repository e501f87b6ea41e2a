package org.concurrencylab.experiments;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.concurrencylab.results.Finding;
import org.concurrencylab.results.Histograms;
import org.concurrencylab.results.Results.Slice;
import org.concurrencylab.results.Trial;
import org.concurrencylab.results.Usage;

/** Trials by hand. */
final class SampleTrials {
    private static final double SECONDS = 2;

    private SampleTrials() {}

    static Trial trial(String contender, Map<String, Double> at, double carriedPerSecond, double p99Millis) {
        return new Trial(contender, at, slice(contender, carriedPerSecond, p99Millis, 0.2, List.of()));
    }

    static Trial costing(String contender, Map<String, Double> at, double cpuMillis, List<Finding> findings) {
        return new Trial(contender, at, slice(contender, 1_000, 5, cpuMillis, findings));
    }

    static Trial found(String contender, Map<String, Double> at, double carriedPerSecond, Finding finding) {
        return new Trial(contender, at, slice(contender, carriedPerSecond, 5, 0.2, List.of(finding)));
    }

    /** 1,000 requests a second, a fixed p50 of a tenth of this p99, CPU time and context switches per request. */
    static Trial switching(
            String contender, Map<String, Double> at, double p99Millis, double cpuMillis, double switches) {
        return new Trial(contender, at, slice(contender, 1_000, p99Millis, cpuMillis, switches, List.of()));
    }

    /** So many requests a second are sent, and so many of them are answered. */
    static Trial answering(
            String contender, Map<String, Double> at, double sentPerSecond, double answered, double p99Millis) {
        Slice slice = slice(contender, answered, p99Millis);
        long sent = Math.round(sentPerSecond * SECONDS);
        return new Trial(contender, at, with(slice, sent, sent - slice.completed(), 1));
    }

    /** A process of so many MiB; so many of its requests failed. */
    static Trial resident(String contender, Map<String, Double> at, long mebibytes, long errors) {
        Slice slice = slice(contender, 1_000, 5);
        return new Trial(contender, at, with(slice, slice.sent(), errors, mebibytes << 20));
    }

    /** What an experiment says of a claim after these trials. */
    static Ruling ruling(String experiment, Claim claim, List<Trial> trials) {
        return Experiments.named(experiment).orElseThrow().answer(trials).rulings().stream()
                .filter(ruling -> ruling.claim() == claim)
                .findFirst()
                .orElseThrow();
    }

    private static Slice with(Slice like, long sent, long errors, long rssBytes) {
        Usage usage = like.usage();
        return new Slice(
                like.workload(),
                like.contender(),
                like.round(),
                like.block(),
                like.position(),
                like.twin(),
                like.superseded(),
                like.startedAt(),
                like.rampSeconds(),
                like.settleSeconds(),
                like.measuredSeconds(),
                sent,
                like.completed(),
                like.statuses(),
                errors,
                like.latencyMicros(),
                like.latenessMicros(),
                like.inFlight(),
                new Usage(
                        usage.serviceCpuMillis(),
                        usage.serviceCompilerMillis(),
                        rssBytes,
                        rssBytes,
                        usage.serviceThreads(),
                        usage.voluntarySwitches(),
                        usage.involuntarySwitches(),
                        usage.databaseCpuMillis(),
                        usage.sellersCpuMillis(),
                        usage.generatorCpuMillis(),
                        usage.gcPauses(),
                        usage.gcPauseMillis(),
                        usage.databaseSessions(),
                        usage.serviceCpusBusy(),
                        usage.otherCpusBusy(),
                        usage.foreignCpu(),
                        usage.stolenCpu()),
                like.findings());
    }

    static Slice slice(String contender, double carriedPerSecond, double p99Millis) {
        return slice(contender, carriedPerSecond, p99Millis, 0.2, List.of());
    }

    private static Slice slice(
            String contender, double carriedPerSecond, double p99Millis, double cpuMillis, List<Finding> findings) {
        return slice(contender, carriedPerSecond, p99Millis, cpuMillis, 1, findings);
    }

    /** 98 % of its requests take a tenth of the 99th percentile. */
    private static Slice slice(
            String contender,
            double carriedPerSecond,
            double p99Millis,
            double cpuMillis,
            double switches,
            List<Finding> findings) {
        long completed = Math.round(carriedPerSecond * SECONDS);
        Histogram latency = new Histogram(3);
        latency.recordValueWithCount(Math.round(p99Millis * 100), 98);
        latency.recordValueWithCount(Math.round(p99Millis * 1_000), 2);
        String none = Histograms.encode(new Histogram(3));
        return new Slice(
                "experiment",
                contender,
                0,
                0,
                0,
                false,
                false,
                Instant.EPOCH,
                0,
                0,
                SECONDS,
                completed,
                completed,
                Map.of("200", completed),
                0,
                Histograms.encode(latency),
                none,
                1,
                new Usage(
                        cpuMillis * completed + 300,
                        300.0,
                        1L,
                        1L,
                        1,
                        Math.round(switches * completed),
                        0L,
                        1.0,
                        1.0,
                        1.0,
                        0,
                        0.0,
                        0.0,
                        0.5,
                        0.5,
                        0.0,
                        0.0),
                findings);
    }
}
