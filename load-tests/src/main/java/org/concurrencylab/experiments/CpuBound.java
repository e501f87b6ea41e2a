package org.concurrencylab.experiments;

import static org.concurrencylab.experiments.Paired.BLOCK;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.experiments.Bench.Service;
import org.concurrencylab.results.Results.Slice;
import org.concurrencylab.results.Trial;
import org.concurrencylab.simulations.Mix;

/** Forecasts, which only compute, beside reads, which only wait: who computes where, and what it does to the reads. */
final class CpuBound implements Experiment {
    static final String ON_LOOP = ContenderSpec.REACTIVE.name() + "-on-loop";
    private static final String NAME = "cpu";
    private static final int PATHS = 30_000;
    private static final String FORECAST = "/books/1/forecast?paths=" + PATHS;
    private static final int USERS = 2;
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final double RATE = 200;
    private static final int BLOCKS = 4;
    /** They meet the JIT at work, on the only CPU: p99 was 112 ms where it then was 7, and once 48 in the second. */
    private static final int UNCOUNTED = 2;

    private static final double WARM_UP_SECONDS = 5;
    private static final double SETTLE_SECONDS = 0.5;
    private static final double MEASURED_SECONDS = 1.5;
    private static final double START_SECONDS = 2;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String question() {
        return "Is computing for threads and not for an event loop, and is a worker pool beside the loop the best of both?";
    }

    @Override
    public String prediction() {
        return "All compute as many forecasts a second, for the CPU is the same and the JVM has no global lock; on twice the CPUs twice as many. But while a forecast runs on the event loop, or on the only carrier of virtual threads, every other request waits for its end; threads and a loop with a worker pool share the CPU in time slices.";
    }

    @Override
    public double seconds(int contenders) {
        return (contenders + 1)
                * (2 * START_SECONDS
                        + WARM_UP_SECONDS
                        + 2 * CpuScaling.seconds()
                        + (BLOCKS + UNCOUNTED) * (SETTLE_SECONDS + MEASURED_SECONDS + 0.5));
    }

    @Override
    public boolean needsContendersWarm() {
        return false;
    }

    @Override
    public List<Trial> measure(Bench bench) {
        List<Trial> trials = new ArrayList<>();
        for (Service contender : bench.contenders()) {
            ContenderSpec spec = contender.spec();
            trials.addAll(compute(bench, spec.withSettings(NAME, Map.of()), spec.name()));
            if (spec.equals(ContenderSpec.REACTIVE)) {
                trials.addAll(compute(bench, spec.withSetting("on-loop", "lab.wrong.forecast", "on-loop"), ON_LOOP));
            }
        }
        return trials;
    }

    private static List<Trial> compute(Bench bench, ContenderSpec spec, String contender) {
        List<Trial> trials = new ArrayList<>();
        try (Service service = bench.start(spec, WARM_UP_SECONDS)) {
            trials.addAll(CpuScaling.measure(service, contender));
            try (Companions computing = Companions.begin(service.url(), FORECAST, USERS, PERIOD)) {
                for (int i = 0; i < UNCOUNTED; i++) {
                    read(service);
                }
                for (int block = 0; block < BLOCKS; block++) {
                    Slice slice = read(service);
                    Map<String, Double> counts = Map.of("answered", (double) computing.answered());
                    trials.add(new Trial(contender, Map.of(BLOCK, (double) block), slice, counts, List.of()));
                }
            }
        }
        try (Service service = bench.startOnAllCpus(spec.withSettings("on-all-cpus", Map.of()))) {
            trials.addAll(CpuScaling.measure(service, contender));
        }
        return trials;
    }

    private static Slice read(Service service) {
        return service.measure(Ask.open(Mix.READ, RATE, SETTLE_SECONDS, MEASURED_SECONDS));
    }

    @Override
    public Answer answer(List<Trial> trials) {
        List<String> contenders = Figures.contenders(trials);
        if (contenders.isEmpty()) {
            return Answer.cannotTell(NAME, "nothing was measured");
        }
        String each = Figures.sentences(
                contenders,
                contender -> "%s computed %.1f short forecasts/s; beside %d long ones a second, p99 of reads was %s."
                        .formatted(
                                contender,
                                CpuScaling.forecastsPerSecond(trials, contender),
                                USERS,
                                Figures.duration(Paired.median(p99(trials, contender)))));
        return new Answer(
                each + CpuScaling.words(trials, contenders),
                CpuRulings.of(trials),
                Stream.concat(Stream.of(picture(trials, contenders)), CpuScaling.pictures(trials, contenders).stream())
                        .toList());
    }

    /** Of the reads, in milliseconds, block by block. */
    static Map<Double, Double> p99(List<Trial> trials, String contender) {
        return Paired.byBlock(
                trials,
                trial -> trial.contender().equals(contender) && trial.slice() != null,
                Paired::loadedAsAsked,
                slice -> Figures.millis(slice, 99));
    }

    private static Picture picture(List<Trial> trials, List<String> contenders) {
        return new Picture(
                "reads",
                "How long do reads take beside requests that compute?",
                "99th percentile of %s reads while %d forecasts a second are computed; the axis is logarithmic."
                        .formatted(Figures.rate(RATE), USERS),
                "block",
                "p99 in milliseconds",
                true,
                contenders.stream()
                        .map(contender -> Paired.line(contender, p99(trials, contender), Figures::duration))
                        .toList());
    }
}
