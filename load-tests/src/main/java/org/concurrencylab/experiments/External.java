package org.concurrencylab.experiments;

import static org.concurrencylab.experiments.Paired.BLOCK;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.experiments.Bench.Service;
import org.concurrencylab.experiments.Picture.Line;
import org.concurrencylab.experiments.Picture.Point;
import org.concurrencylab.results.Results.Slice;
import org.concurrencylab.results.Trial;
import org.concurrencylab.simulations.Mix;
import org.concurrencylab.statistics.RatioEstimate;

/**
 * Requests that wait 200 ms for somebody else: how many can be under way, and so how many a second are carried, on one
 * thread, on a pool of threads, on virtual threads and on an event loop.
 */
final class External implements Experiment {
    private static final String NAME = "external";
    private static final String SYNC = ContenderSpec.SYNC.name();
    private static final String THREADS = ContenderSpec.THREADS.name();
    private static final String VIRTUAL = ContenderSpec.VIRTUAL.name();
    private static final String REACTIVE = ContenderSpec.REACTIVE.name();
    private static final int DELAY_MILLIS = 200;
    private static final double DELAY_SECONDS = DELAY_MILLIS / 1000.0;
    private static final int WORKERS = 200;
    private static final double RATE = 2_000;
    private static final int BLOCKS = 4;
    /** Of the one thread, which would be asked for more than it can do for ever: more of them would only queue. */
    private static final int SYNC_USERS = 5;

    private static final int MOST_UNCOUNTED = 4;
    /** Warm enough, as a share of what is predicted. */
    private static final double NEARLY = 0.95;

    private static final double WARM_UP_SECONDS = 3;
    private static final double SETTLE_SECONDS = 0.5;
    private static final double MEASURED_SECONDS = 1.5;
    private static final double SYNC_MEASURED_SECONDS = 3;
    private static final double GAP_SECONDS = 1.5;
    /** Carries clearly more: what runs of one and the same service never differ by. */
    private static final double CLEARLY_MORE = 1.2;

    private static final double NOT_MORE = 1.05;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String question() {
        return "How many requests that wait 200 ms for another service can each have under way?";
    }

    @Override
    public String prediction() {
        return "Carried = requests under way ÷ %s s each (Little's law). One thread has one under way and carries %s, %d threads carry %s. Virtual threads and the event loop hold no thread while they wait: all of the %s offered, %.0f under way."
                .formatted(
                        DELAY_SECONDS,
                        Figures.rate(1 / DELAY_SECONDS),
                        WORKERS,
                        Figures.rate(WORKERS / DELAY_SECONDS),
                        Figures.rate(RATE),
                        RATE * DELAY_SECONDS);
    }

    @Override
    public double seconds(int contenders) {
        return 3
                + WARM_UP_SECONDS
                + (BLOCKS + 1)
                        * (contenders * (SETTLE_SECONDS + MEASURED_SECONDS + GAP_SECONDS)
                                + SETTLE_SECONDS
                                + SYNC_MEASURED_SECONDS
                                + GAP_SECONDS);
    }

    @Override
    public List<ContenderSpec> guests(List<ContenderSpec> contenders) {
        return contenders.contains(ContenderSpec.SYNC) ? List.of() : List.of(ContenderSpec.SYNC);
    }

    @Override
    public List<Trial> measure(Bench bench) {
        return Guest.with(bench, ContenderSpec.SYNC, WARM_UP_SECONDS, all -> {
            List<Trial> trials = new ArrayList<>();
            bench.sellers(DELAY_MILLIS);
            all.forEach(External::warmUp);
            for (int block = 0; block < BLOCKS; block++) {
                for (Service service : Paired.order(all, block)) {
                    String name = service.spec().name();
                    Slice slice = Paired.undisturbed(service, ask(name));
                    trials.add(new Trial(name, Map.of(BLOCK, (double) block), slice));
                }
            }
            return trials;
        });
    }

    /** Nothing else has asked for as much by then: reactive once carried 889/s, and 1,593/s twenty seconds later. */
    private static void warmUp(Service service) {
        String contender = service.spec().name();
        double carried = 0;
        for (int i = 0; i < MOST_UNCOUNTED && carried < NEARLY * predicted(contender); i++) {
            carried = service.measure(ask(contender)).carriedPerSecond();
        }
    }

    private static Ask ask(String contender) {
        return contender.equals(SYNC)
                ? Ask.closed(Mix.EXTERNAL, SYNC_USERS, SETTLE_SECONDS, SYNC_MEASURED_SECONDS)
                : Ask.open(Mix.EXTERNAL, RATE, SETTLE_SECONDS, MEASURED_SECONDS);
    }

    @Override
    public Answer answer(List<Trial> trials) {
        List<String> contenders = Figures.contenders(trials);
        if (contenders.isEmpty()) {
            return Answer.cannotTell(NAME, "nothing was measured");
        }
        String each = Figures.sentences(
                contenders,
                contender -> "%s carried %s (predicted %s)."
                        .formatted(
                                contender,
                                Figures.rate(Paired.median(carried(trials, contender))),
                                Figures.rate(predicted(contender))));
        return new Answer(each, List.of(eventLoop(trials), threads(trials)), List.of(picture(trials, contenders)));
    }

    /** By Little's law, and no more than is offered. */
    private static double predicted(String contender) {
        if (contender.equals(SYNC)) {
            return 1 / DELAY_SECONDS;
        }
        return contender.startsWith(THREADS) ? WORKERS / DELAY_SECONDS : RATE;
    }

    private static Ruling eventLoop(List<Trial> trials) {
        RatioEstimate ratio = ratio(trials, REACTIVE, THREADS);
        RatioEstimate virtual = ratio(trials, VIRTUAL, THREADS);
        String predicted = "%s against %s: at least %s"
                .formatted(Figures.rate(RATE), Figures.rate(WORKERS / DELAY_SECONDS), Figures.times(2));
        String measured = "reactive ÷ threads: " + Figures.ratio(ratio);
        String figures = "%s were offered; %d platform threads carried %s and the event loop %s, %s as many."
                .formatted(
                        Figures.rate(RATE),
                        WORKERS,
                        Figures.rate(Paired.median(carried(trials, THREADS))),
                        Figures.rate(Paired.median(carried(trials, REACTIVE))),
                        Figures.ratio(ratio));
        if (Figures.low(ratio) > CLEARLY_MORE) {
            String too = Figures.low(virtual) > CLEARLY_MORE
                    ? " So did virtual threads (%s), which are threads, too: what ends is the pool of platform threads, not blocking code."
                            .formatted(Figures.ratio(virtual))
                    : "";
            return Ruling.holds(Claim.C2, predicted, measured, figures + too);
        }
        if (Figures.high(ratio) < NOT_MORE) {
            return Ruling.doesNotHold(Claim.C2, predicted, measured, figures);
        }
        return Ruling.cannotTell(Claim.C2, predicted, measured, unclear(ratio, "reactive and threads"));
    }

    private static Ruling threads(List<Trial> trials) {
        RatioEstimate ratio = ratio(trials, THREADS, SYNC);
        String predicted = "%d threads against one: %s against %s"
                .formatted(WORKERS, Figures.rate(WORKERS / DELAY_SECONDS), Figures.rate(1 / DELAY_SECONDS));
        String measured = "threads ÷ sync: " + Figures.ratio(ratio);
        String figures =
                "%d threads carried %s as many requests as one thread of the same code, which waits %d ms with each."
                        .formatted(WORKERS, Figures.ratio(ratio), DELAY_MILLIS);
        if (Figures.low(ratio) > CLEARLY_MORE) {
            return Ruling.holds(Claim.C3, predicted, measured, figures);
        }
        if (Figures.high(ratio) < NOT_MORE) {
            return Ruling.doesNotHold(Claim.C3, predicted, measured, figures);
        }
        return Ruling.cannotTell(Claim.C3, predicted, measured, unclear(ratio, "threads and sync"));
    }

    private static String unclear(RatioEstimate ratio, String who) {
        return ratio.interval().isEmpty()
                ? "It takes %s in the same run, and three blocks in which both were loaded as asked.".formatted(who)
                : "The interval %s leaves open whether it is clearly more (%s) or not more (%s)."
                        .formatted(Figures.ratio(ratio), Figures.times(CLEARLY_MORE), Figures.times(NOT_MORE));
    }

    private static RatioEstimate ratio(List<Trial> trials, String one, String other) {
        return Paired.ratio(carried(trials, one), carried(trials, other));
    }

    private static Map<Double, Double> carried(List<Trial> trials, String contender) {
        return Paired.byBlock(
                trials, trial -> trial.contender().equals(contender), Paired::loadedAsAsked, Slice::carriedPerSecond);
    }

    private static Picture picture(List<Trial> trials, List<String> contenders) {
        return new Picture(
                "carried",
                "How many requests that wait does each carry?",
                "%s offered; sync is asked by %d users only, for more of them would only queue. The axis is logarithmic."
                        .formatted(Figures.rate(RATE), SYNC_USERS),
                "block",
                "requests per second carried",
                true,
                contenders.stream()
                        .map(contender -> new Line(
                                contender,
                                trials.stream()
                                        .filter(trial -> trial.contender().equals(contender))
                                        .map(External::point)
                                        .toList()))
                        .toList());
    }

    private static Point point(Trial trial) {
        return new Point(
                trial.at(BLOCK) + 1,
                trial.slice().carriedPerSecond(),
                "block %.0f: %s, %.0f under way"
                        .formatted(
                                trial.at(BLOCK) + 1,
                                Figures.rate(trial.slice().carriedPerSecond()),
                                trial.slice().inFlight()));
    }
}
