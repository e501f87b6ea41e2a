package org.concurrencylab.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.concurrencylab.api.RuntimeFacts;
import org.concurrencylab.results.Finding;
import org.concurrencylab.results.Finding.Kind;
import org.concurrencylab.results.Histograms;
import org.concurrencylab.results.Results;
import org.concurrencylab.results.Results.Contender;
import org.concurrencylab.results.Results.Environment;
import org.concurrencylab.results.Results.Prediction;
import org.concurrencylab.results.Results.Run;
import org.concurrencylab.results.Results.Slice;
import org.concurrencylab.results.Results.WarmUpStep;
import org.concurrencylab.results.Results.Workload;
import org.concurrencylab.results.Usage;

/**
 * A made-up quick run with the shape of a real one: threads saturate under external-2000, everything else carries its
 * offer. Seeded, so that it is the same on every machine.
 */
public final class SampleResults {
    static final Instant STARTED = Instant.parse("2026-11-20T10:15:00Z");
    private static final int BLOCKS = 4;
    private static final double MEASURED_SECONDS = 4;
    private static final long MEBIBYTE = 1024 * 1024;
    private static final Results SAMPLE = new SampleResults().results();

    private final Random random = new Random(20);
    private final List<Slice> slices = new ArrayList<>();

    private SampleResults() {}

    public static Results build() {
        return SAMPLE;
    }

    static Results of(List<Contender> contenders, List<Workload> workloads, List<Slice> slices) {
        return new Results(
                Results.FORMAT,
                List.of(new Run(STARTED, 171.4, 20, "./lab compare --quick --seed 20")),
                environment(),
                contenders,
                workloads,
                List.of(),
                slices,
                List.of(),
                List.of(),
                List.of());
    }

    static Contender contender(String name, String thread, int workers, int eventLoops) {
        return new Contender(
                name,
                "http://127.0.0.1:18080",
                new RuntimeFacts(
                        name,
                        thread,
                        "hibernate",
                        workers,
                        eventLoops,
                        20,
                        2_000,
                        2_000,
                        "25.0.3 Eclipse Adoptium",
                        1,
                        512 * MEBIBYTE),
                List.of("-Xmx512m", "-XX:+UseSerialGC"),
                1.42);
    }

    private Results results() {
        List<Contender> contenders = List.of(
                contender("threads", "worker", 200, 1),
                contender("virtual", "virtual", 200, 1),
                contender("reactive", "event-loop", 20, 1));
        List<Workload> workloads = List.of(
                new Workload(
                        "crud-2500",
                        "Create, read, update and list books, without any waiting",
                        2_500,
                        0,
                        null,
                        List.of()),
                external(500),
                external(2_000));
        for (int block = 0; block < BLOCKS; block++) {
            for (Workload workload : workloads) {
                for (int i = 0; i < contenders.size(); i++) {
                    slices.add(slice(
                            workload,
                            contenders.get((i + block) % contenders.size()).name(),
                            block));
                }
            }
        }
        Results plain = of(contenders, workloads, slices);
        return new Results(
                plain.format(),
                plain.runs(),
                plain.environment(),
                plain.contenders(),
                plain.workloads(),
                warmUp(),
                plain.slices(),
                List.of(),
                List.of(),
                List.of("PostgreSQL runs without fsync: writes are cheaper here than on a server."));
    }

    private static Workload external(int rate) {
        return new Workload(
                "external-" + rate,
                "One database read and one 200 ms call to another service",
                rate,
                200,
                null,
                List.of(new Prediction("threads", 1_000, "200 workers ÷ 0.2 s (Little's law)")));
    }

    private static List<WarmUpStep> warmUp() {
        List<WarmUpStep> steps = new ArrayList<>();
        for (int second = 1; second <= 8; second++) {
            for (String name : List.of("threads", "virtual", "reactive")) {
                steps.add(new WarmUpStep(name, second, 1_000, 0.1 + 0.4 / (second * second)));
            }
        }
        return steps;
    }

    private Slice slice(Workload workload, String contender, int block) {
        boolean external = workload.name().startsWith("external");
        boolean saturated = external && contender.equals("threads") && workload.ratePerSecond() > 1_000;
        double carried = saturated ? 994 * noise(0.004) : workload.ratePerSecond() * noise(0.0006);
        long sent = Math.round(workload.ratePerSecond() * MEASURED_SECONDS);
        long completed = Math.round(carried * MEASURED_SECONDS);
        long errors = contender.equals("virtual") && workload.name().equals("external-2000") && block == 2 ? 7 : 0;
        return new Slice(
                workload.name(),
                contender,
                0,
                block,
                slices.size(),
                false,
                false,
                STARTED.plusSeconds(30 + slices.size() * 6L),
                1,
                1,
                MEASURED_SECONDS,
                sent,
                completed - errors,
                errors == 0 ? Map.of("200", sent) : Map.of("200", sent - errors, "503", errors),
                errors,
                Histograms.encode(saturated ? growing() : latency(external, contender)),
                Histograms.encode(lognormal(400, 180, 0.8, 0)),
                carried * 0.2,
                usage(external, contender, completed, saturated),
                contender.equals("reactive") && block == 0 && !external
                        ? List.of(new Finding(
                                Kind.LITTLE,
                                "0.9 requests were in flight, but rate times mean latency is 2 (Little's law)"))
                        : List.of());
    }

    private Usage usage(boolean external, String contender, long completed, boolean saturated) {
        double cpu = switch (contender) {
            case "threads" -> external ? 0.122 : 0.081;
            case "virtual" -> external ? 0.102 : 0.079;
            default -> external ? 0.113 : 0.066;
        };
        double switches = switch (contender) {
            case "threads" -> 2.05;
            case "virtual" -> 0.73;
            default -> 0.05;
        };
        long rss = contender.equals("threads") ? (saturated ? 522 : 490) : contender.equals("virtual") ? 452 : 437;
        return new Usage(
                cpu * completed * noise(0.03),
                40.0,
                Math.round(rss * MEBIBYTE * noise(0.02)),
                Math.round((rss + 40) * MEBIBYTE * 1.0),
                contender.equals("threads") ? (external ? 240 : 61) : contender.equals("virtual") ? 38 : 29,
                Math.round(switches * completed * noise(0.05)),
                Math.round(0.02 * completed),
                0.09 * completed * noise(0.02),
                external ? 0.02 * completed : 0,
                0.05 * completed * noise(0.02),
                2,
                7.5,
                external ? 3.0 : 1.5,
                0.4,
                0.5,
                0.01,
                0.0);
    }

    private Histogram latency(boolean external, String contender) {
        double tail = contender.equals("threads") ? 0.75 : contender.equals("virtual") ? 0.6 : 0.5;
        double median = contender.equals("reactive") ? 850 : contender.equals("virtual") ? 960 : 1_150;
        return lognormal(8_000, median * noise(0.05), tail, external ? 200_300 : 0);
    }

    private Histogram growing() {
        Histogram histogram = new Histogram(3);
        for (int i = 0; i < 8_000; i++) {
            histogram.recordValue(Math.round(950_000 + 2_000_000.0 * i / 8_000 + 20_000 * random.nextGaussian()));
        }
        return histogram;
    }

    private Histogram lognormal(int samples, double median, double sigma, long shift) {
        Histogram histogram = new Histogram(3);
        for (int i = 0; i < samples; i++) {
            histogram.recordValue(shift + Math.round(median * Math.exp(sigma * random.nextGaussian())));
        }
        return histogram;
    }

    private double noise(double relative) {
        return 1 + relative * random.nextGaussian();
    }

    private static Environment environment() {
        return new Environment(
                "AMD EPYC 7B13",
                2,
                8L * 1024 * MEBIBYTE,
                "Linux 6.1.0",
                "Temurin 25.0.3+9",
                "18.6",
                Map.of("fsync", "off", "max_connections", "300", "synchronous_commit", "off"),
                "3.15.1",
                "3.34.1",
                "93d87b6",
                "0",
                "1");
    }
}
