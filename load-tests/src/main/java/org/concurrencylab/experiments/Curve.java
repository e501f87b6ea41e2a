package org.concurrencylab.experiments;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.concurrencylab.experiments.Bench.Service;
import org.concurrencylab.experiments.Knee.Bracket;
import org.concurrencylab.experiments.Picture.Line;
import org.concurrencylab.experiments.Picture.Point;
import org.concurrencylab.results.Results.Slice;
import org.concurrencylab.results.Trial;
import org.concurrencylab.simulations.Mix;

/**
 * How latency grows with the rate, and where it breaks: a ladder of open-model rates, the same for every contender and
 * each climbing until it breaks a promise of latency twice in a row; then bisection between the highest rate that keeps
 * it and the lowest that does not; last, what a closed loop carries.
 */
final class Curve implements Experiment {
    private static final String USERS = "users";
    private static final String RATE = "rate";
    private static final List<Integer> LADDER = List.of(1_000, 2_000, 4_000, 6_000, 8_000);
    private static final int BISECTIONS = 3;
    /** Of the ladder's end and of half the bisections. */
    private static final int SECOND_TRIES = 1 + BISECTIONS / 2;

    private static final double SETTLE_SECONDS = 0.5;
    private static final double MEASURED_SECONDS = 1.5;
    private static final double CLOSED_SETTLE_SECONDS = 1;
    private static final double GAP_SECONDS = 0.6;

    private final String name;
    private final Mix mix;
    private final int sellerDelayMillis;
    private final int users;
    private final Knee knee;

    /**
     * @param users of the closed loop
     * @param promisedMillis what the 99th percentile must not exceed, in milliseconds
     */
    Curve(String name, Mix mix, int sellerDelayMillis, int users, double promisedMillis) {
        this.name = name;
        this.mix = mix;
        this.sellerDelayMillis = sellerDelayMillis;
        this.users = users;
        this.knee = new Knee(promisedMillis);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String question() {
        return "How does latency grow with the rate, and up to which rate does each keep %s?".formatted(knee.promise());
    }

    @Override
    public String prediction() {
        return sellerDelayMillis == 0
                ? "The CPU sets the limit of each: the less CPU time a request costs, the later the knee."
                : "Workers ÷ %s s for worker threads (Little's law), however much CPU is left; the CPU for the others."
                        .formatted(sellerDelayMillis / 1000.0);
    }

    @Override
    public double seconds(int contenders) {
        double open = SETTLE_SECONDS + MEASURED_SECONDS + GAP_SECONDS;
        double closed = CLOSED_SETTLE_SECONDS + MEASURED_SECONDS + GAP_SECONDS;
        return contenders * (closed + (LADDER.size() - 1 + BISECTIONS + SECOND_TRIES) * open);
    }

    @Override
    public List<Trial> measure(Bench bench) {
        bench.sellers(sellerDelayMillis);
        bench.resetDatabase();
        List<Trial> trials = new ArrayList<>();
        for (int rate : LADDER) {
            for (Service service : bench.contenders()) {
                if (Double.isInfinite(bracket(trials, service).breaks())) {
                    trials.add(open(service, rate));
                }
            }
        }
        for (int i = 0; i < BISECTIONS; i++) {
            for (Service service : bench.contenders()) {
                Bracket bracket = bracket(trials, service);
                if (Double.isFinite(bracket.breaks())) {
                    trials.add(open(service, (bracket.keeps() + bracket.breaks()) / 2));
                }
            }
        }
        for (Service service : bench.contenders()) {
            Slice slice = service.measure(Ask.closed(mix, users, CLOSED_SETTLE_SECONDS, MEASURED_SECONDS));
            trials.add(new Trial(service.spec().name(), Map.of(USERS, (double) users), slice));
        }
        return trials;
    }

    private Bracket bracket(List<Trial> trials, Service service) {
        return knee.bracket(openTrials(trials, service.spec().name()));
    }

    private Trial open(Service service, double rate) {
        double whole = Math.max(10, Math.rint(rate / 10) * 10);
        Ask ask = Ask.open(mix, whole, SETTLE_SECONDS, MEASURED_SECONDS);
        Slice slice = Paired.undisturbed(service, ask);
        // A stall of the JIT or the collector that comes once is no knee either; what was disturbed had its repeats.
        if (!knee.keeps(slice, whole) && !Paired.disturbed(slice)) {
            slice = Paired.undisturbed(service, ask);
        }
        return new Trial(service.spec().name(), Map.of(RATE, whole), slice);
    }

    private static List<Trial> openTrials(List<Trial> trials, String contender) {
        return trials.stream()
                .filter(trial -> trial.contender().equals(contender) && trial.at(RATE) > 0)
                .sorted(Comparator.comparingDouble(trial -> trial.at(RATE)))
                .toList();
    }

    @Override
    public Answer answer(List<Trial> trials) {
        List<String> contenders = Figures.contenders(trials);
        if (contenders.isEmpty()) {
            return Answer.cannotTell("nothing was measured");
        }
        Map<String, Bracket> knees = new HashMap<>();
        contenders.forEach(contender -> knees.put(contender, knee.bracket(openTrials(trials, contender))));
        String each = Figures.sentences(
                contenders,
                contender -> contender + " " + knees.get(contender).words() + closed(trials, contender) + ".");
        return new Answer(
                "With %s promised: %s %s"
                        .formatted(knee.promise(), each, against(contenders, knees))
                        .strip(),
                List.of(
                        latency(trials, contenders, knees),
                        carried(trials, contenders),
                        InFlight.memory(trials),
                        InFlight.threads(trials)));
    }

    private String closed(List<Trial> trials, String contender) {
        return trials.stream()
                .filter(trial -> trial.contender().equals(contender) && trial.at(USERS) > 0)
                .map(trial -> " (%d users without a pause: %s)"
                        .formatted(
                                (int) trial.at(USERS),
                                Figures.rate(trial.slice().carriedPerSecond())))
                .findFirst()
                .orElse("");
    }

    private static String against(List<String> contenders, Map<String, Bracket> knees) {
        Bracket reference = knees.get(contenders.getFirst());
        return Figures.sentences(contenders.subList(1, contenders.size()), contender -> {
            Bracket bracket = knees.get(contender);
            return reference.isKnown() && bracket.isKnown()
                    ? "The knee of %s lies at %s to %s that of %s."
                            .formatted(
                                    contender,
                                    Figures.times(bracket.keeps() / reference.breaks()),
                                    Figures.times(bracket.breaks() / reference.keeps()),
                                    contenders.getFirst())
                    : "";
        });
    }

    private Picture latency(List<Trial> trials, List<String> contenders, Map<String, Bracket> knees) {
        return new Picture(
                "latency",
                "How does p99 grow with the rate?",
                "Each mark is a rate that was offered; the upright line is the highest that kept " + knee.promise()
                        + ". The axis of latency is logarithmic.",
                "requests per second offered",
                "p99 in milliseconds",
                true,
                contenders.stream()
                        .map(contender -> new Line(
                                contender,
                                openTrials(trials, contender).stream()
                                        .map(Curve::p99)
                                        .toList(),
                                knees.get(contender).isKnown()
                                        ? Double.valueOf(knees.get(contender).keeps())
                                        : null,
                                contender + " "
                                        + Figures.rate(knees.get(contender).keeps())))
                        .toList());
    }

    private static Point p99(Trial trial) {
        double millis = Figures.millis(trial.slice(), 99);
        return new Point(trial.at(RATE), millis, Figures.rate(trial.at(RATE)) + ": p99 " + Figures.duration(millis));
    }

    private static Picture carried(List<Trial> trials, List<String> contenders) {
        return new Picture(
                "carried",
                "Does it carry what is offered?",
                "Carried over offered: a line that leaves the diagonal has reached its limit.",
                "requests per second offered",
                "requests per second carried",
                false,
                contenders.stream()
                        .map(contender -> new Line(
                                contender,
                                openTrials(trials, contender).stream()
                                        .map(trial -> new Point(
                                                trial.at(RATE),
                                                trial.slice().carriedPerSecond(),
                                                Figures.rate(trial.at(RATE)) + " offered, "
                                                        + Figures.rate(
                                                                trial.slice().carriedPerSecond())
                                                        + " carried"))
                                        .toList()))
                        .toList());
    }
}
