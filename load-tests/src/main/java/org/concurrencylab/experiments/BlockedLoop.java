package org.concurrencylab.experiments;

import static org.concurrencylab.experiments.Paired.BLOCK;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.experiments.Answer.Exhibit;
import org.concurrencylab.experiments.Bench.Service;
import org.concurrencylab.experiments.Bench.Services;
import org.concurrencylab.experiments.Picture.Line;
import org.concurrencylab.results.Results.Slice;
import org.concurrencylab.results.Trial;
import org.concurrencylab.simulations.Mix;
import org.concurrencylab.statistics.RatioEstimate;

/** One user whose request makes a blocking call, and all the others who read a book meanwhile. */
final class BlockedLoop implements Experiment {
    private static final String NAME = "blocked-loop";
    private static final String BLOCKING = "blocking";
    private static final String TIMELY = "timely";
    private static final String REACTIVE = ContenderSpec.REACTIVE.name();
    private static final int CALL_MILLIS = 1_500;
    private static final Duration PERIOD = Duration.ofSeconds(3);
    private static final double RATE = 200;
    private static final int BLOCKS = 3;
    private static final double WARM_UP_SECONDS = 10;
    private static final double SETTLE_SECONDS = 0.5;
    private static final double START_SECONDS = 2;
    /** Some of the others' requests must meet the call in every slice, so it is as long as the period. */
    private static final double MEASURED_SECONDS = PERIOD.toSeconds();

    private static final double STALLS = 10;
    private static final double UNTOUCHED = 3;
    /** Vert.x looks once a second which loops are busy; after this time it tells with what. */
    private static final String TRACED = "quarkus.vertx.warning-exception-time";

    private static final String WARNING = "has been blocked for";
    private static final int WARNING_LINES = 14;

    /** A contender that calls sellers in one of the two ways. */
    private record Caller(ContenderSpec contender, String call) {
        ContenderSpec spec() {
            return contender.withSettings(call, Map.of("lab.wrong.seller-call", call, TRACED, "400ms"));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String question() {
        return "What happens to everybody else when one request makes a blocking call on the event loop?";
    }

    @Override
    public String prediction() {
        return "A call of %d ms every %d s blocks the one loop half of the time, and whoever asks meanwhile waits for its end: p99 = %d ms − 1 %% of %d s = %s. Made asynchronously, or on a thread of its own, nobody else notices."
                .formatted(
                        CALL_MILLIS,
                        PERIOD.toSeconds(),
                        CALL_MILLIS,
                        PERIOD.toSeconds(),
                        Figures.duration(predictedMillis()));
    }

    private static double predictedMillis() {
        return CALL_MILLIS - PERIOD.toMillis() / 100.0;
    }

    @Override
    public double seconds(int contenders) {
        return WARM_UP_SECONDS + (contenders + 1) * (START_SECONDS + BLOCKS * (SETTLE_SECONDS + MEASURED_SECONDS + 1));
    }

    @Override
    public boolean needsContendersWarm() {
        return false;
    }

    @Override
    public List<Trial> measure(Bench bench) {
        List<Trial> trials = new ArrayList<>();
        List<Caller> callers = new ArrayList<>();
        for (Service contender : bench.contenders()) {
            callers.add(new Caller(contender.spec(), BLOCKING));
            if (contender.spec().name().equals(REACTIVE)) {
                callers.add(new Caller(contender.spec(), TIMELY));
            }
        }
        try (Services services = bench.start(callers.stream().map(Caller::spec).toList(), WARM_UP_SECONDS)) {
            for (Caller caller : callers) {
                trials.addAll(beside(bench, services.of(caller.spec()), caller));
            }
        }
        return trials;
    }

    private static List<Trial> beside(Bench bench, Service started, Caller who) {
        List<Trial> trials = new ArrayList<>();
        boolean blocking = who.call().equals(BLOCKING);
        int writtenCold = started.output().size();
        try (Service service = started) {
            bench.sellers(CALL_MILLIS);
            try (Companions caller = Companions.begin(service.url(), "/books/1/offer", 1, PERIOD)) {
                for (int block = 0; block < BLOCKS; block++) {
                    Slice slice = service.measure(Ask.open(Mix.READ, RATE, SETTLE_SECONDS, MEASURED_SECONDS));
                    trials.add(new Trial(
                            who.contender().name(),
                            Map.of(BLOCKING, blocking ? 1.0 : 0.0, BLOCK, (double) block),
                            slice,
                            Map.of("calls", (double) caller.answered()),
                            block < BLOCKS - 1 ? List.of() : warning(service.output(), writtenCold)));
                }
            }
        }
        return trials;
    }

    private static List<String> warning(List<String> output, int from) {
        return output.stream()
                .skip(from)
                .dropWhile(line -> !line.contains(WARNING))
                .limit(WARNING_LINES)
                .toList();
    }

    @Override
    public Answer answer(List<Trial> trials) {
        if (trials.isEmpty()) {
            return Answer.cannotTell(NAME, "nothing was measured");
        }
        String each = Figures.sentences(
                Figures.contenders(trials),
                contender -> (sentence(trials, contender, 1, "which blocks its thread") + " "
                                + sentence(trials, contender, 0, "made asynchronously"))
                        .strip());
        List<Exhibit> warnings = trials.stream()
                .filter(trial -> !trial.seen().isEmpty())
                .map(trial -> new Exhibit("What Vert.x wrote in " + trial.contender(), trial.seen()))
                .toList();
        return new Answer(each, List.of(ruling(trials)), List.of(picture(trials)), warnings);
    }

    private static String sentence(List<Trial> trials, String contender, double blocking, String how) {
        Map<Double, Double> p99 = p99(trials, contender, blocking);
        return p99.isEmpty()
                ? ""
                : "Beside a call in %s, %s, p99 of the others was %s."
                        .formatted(contender, how, Figures.duration(Paired.median(p99)));
    }

    private static Ruling ruling(List<Trial> trials) {
        RatioEstimate stalled = Paired.ratio(p99(trials, REACTIVE, 1), p99(trials, REACTIVE, 0));
        String predicted = "p99 of the others: " + Figures.duration(predictedMillis());
        String measured = "%s, asynchronously %s: %s"
                .formatted(
                        Figures.duration(Paired.median(p99(trials, REACTIVE, 1))),
                        Figures.duration(Paired.median(p99(trials, REACTIVE, 0))),
                        Figures.ratio(stalled));
        if (Figures.low(stalled) > STALLS) {
            String threads = ContenderSpec.THREADS.name();
            Map<Double, Double> others = p99(trials, threads, 1);
            return Ruling.holds(
                    Claim.C6,
                    predicted,
                    measured,
                    "One user's call made everybody wait."
                            + (others.isEmpty()
                                    ? ""
                                    : " The same call on a thread of its pool left the others of threads at %s."
                                            .formatted(Figures.duration(Paired.median(others)))));
        }
        if (Figures.high(stalled) < UNTOUCHED) {
            return Ruling.doesNotHold(Claim.C6, predicted, measured, "The others hardly noticed the call.");
        }
        return Ruling.cannotTell(
                Claim.C6,
                predicted,
                measured,
                Figures.low(stalled) > 0
                        ? "A stall would be %s, none less than %s."
                                .formatted(Figures.times(STALLS), Figures.times(UNTOUCHED))
                        : "It takes reactive in the run.");
    }

    private static Map<Double, Double> p99(List<Trial> trials, String contender, double blocking) {
        return Paired.byBlock(
                trials,
                trial -> trial.contender().equals(contender) && trial.at(BLOCKING) == blocking,
                Paired::loadedAsAsked,
                slice -> Figures.millis(slice, 99));
    }

    private static Picture picture(List<Trial> trials) {
        List<Line> lines = new ArrayList<>();
        for (String contender : Figures.contenders(trials)) {
            for (double blocking : new double[] {1, 0}) {
                Map<Double, Double> p99 = p99(trials, contender, blocking);
                if (!p99.isEmpty()) {
                    lines.add(Paired.line(
                            contender + (blocking == 1 ? ", blocking" : ", asynchronous"), p99, Figures::duration));
                }
            }
        }
        return new Picture(
                "others",
                "How long do reads take beside one user whose call blocks?",
                "99th percentile of %s that have nothing to do with the call; the axis is logarithmic."
                        .formatted(Figures.rate(RATE)),
                "block",
                "p99 in milliseconds",
                true,
                lines);
    }
}
