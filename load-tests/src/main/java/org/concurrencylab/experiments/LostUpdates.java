package org.concurrencylab.experiments;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.experiments.Bench.Service;
import org.concurrencylab.experiments.Picture.Line;
import org.concurrencylab.experiments.Picture.Point;
import org.concurrencylab.results.Trial;

/**
 * Whether concurrent orders lose copies: with the statement that checks and takes at once, and with read, then write.
 */
final class LostUpdates implements Experiment {
    private static final String UNLOCKED = "unlocked";
    private static final String SOLD = "sold";
    private static final String TAKEN = "taken";
    private static final int RACES = 3;
    private static final double RACE_SECONDS = 1.5;
    private static final double START_SECONDS = 2;

    @Override
    public String name() {
        return "race";
    }

    @Override
    public String question() {
        return "Does an event loop protect from race conditions?";
    }

    @Override
    public String prediction() {
        return "It does not: between reading a stock and writing it back lies a wait for the database, during which others read the same stock, on threads and on an event loop alike. One statement that checks and takes loses nothing anywhere.";
    }

    @Override
    public double seconds(int contenders) {
        return contenders * (START_SECONDS + 2 * RACES * RACE_SECONDS);
    }

    @Override
    public boolean needsContendersWarm() {
        return false;
    }

    @Override
    public List<Trial> measure(Bench bench) {
        List<Trial> trials = new ArrayList<>();
        for (Service contender : bench.contenders()) {
            races(contender, contender.spec().name(), 0, trials);
            try (Service unlocked =
                    bench.start(contender.spec().withSetting(UNLOCKED, "lab.wrong.orders", UNLOCKED), 0)) {
                races(unlocked, contender.spec().name(), 1, trials);
            }
        }
        return trials;
    }

    private static void races(Service service, String contender, double unlocked, List<Trial> trials) {
        for (int race = 0; race < RACES; race++) {
            Race.Outcome outcome = Race.run(service.url());
            Map<String, Double> counts = Map.of(SOLD, (double) outcome.sold(), TAKEN, (double) outcome.taken());
            trials.add(Trial.counted(contender, Map.of(UNLOCKED, unlocked), counts));
        }
    }

    @Override
    public Answer answer(List<Trial> trials) {
        List<String> contenders = Figures.contenders(trials);
        if (contenders.isEmpty()) {
            return Answer.cannotTell(name(), "nothing was measured");
        }
        String verdict = Figures.sentences(
                contenders,
                contender ->
                        "%s lost %,.0f of %,.0f orders with read, then write, and %,.0f of %,.0f with one statement."
                                .formatted(
                                        contender,
                                        lost(trials, contender, 1),
                                        sum(trials, contender, 1, SOLD),
                                        lost(trials, contender, 0),
                                        sum(trials, contender, 0, SOLD)));
        return new Answer(verdict, List.of(ruling(trials, contenders)), List.of(picture(trials, contenders)));
    }

    private static Ruling ruling(List<Trial> trials, List<String> contenders) {
        String reactive = ContenderSpec.REACTIVE.name();
        String predicted = "updates are lost in every contender without a lock, in none with it";
        if (!contenders.contains(reactive)) {
            return Ruling.cannotTell(Claim.C10, predicted, "–", "No contender of this run has an event loop.");
        }
        double onLoop = lost(trials, reactive, 1);
        double onThreads = contenders.stream()
                .filter(contender -> !contender.equals(reactive))
                .mapToDouble(contender -> lost(trials, contender, 1))
                .max()
                .orElse(Double.NaN);
        double locked = contenders.stream()
                .mapToDouble(contender -> Math.abs(lost(trials, contender, 0)))
                .sum();
        String measured = "reactive lost %s of the orders without a lock; all together lost %,.0f with it"
                .formatted(shares(trials, reactive), locked);
        if (locked > 0) {
            return Ruling.cannotTell(
                    Claim.C10, predicted, measured, "Orders were lost in spite of the lock: a service has a fault.");
        }
        if (onLoop > 0) {
            return Ruling.doesNotHold(
                    Claim.C10,
                    predicted,
                    measured,
                    "The event loop lost updates as well: it runs one step at a time, but a request is several steps with a wait between them. What protects is the lock, or one statement that checks and takes.");
        }
        return onThreads > 0
                ? Ruling.holds(
                        Claim.C10,
                        predicted,
                        measured,
                        "Only contenders with threads lost updates (up to %,.0f).".formatted(onThreads))
                : Ruling.cannotTell(Claim.C10, predicted, measured, "No race showed itself in any contender.");
    }

    /** From the least to the most of the races. */
    private static String shares(List<Trial> trials, String contender) {
        DoubleSummaryStatistics shares = trials.stream()
                .filter(trial -> trial.contender().equals(contender) && trial.at(UNLOCKED) == 1)
                .mapToDouble(trial -> 100 * (1 - trial.count(TAKEN) / trial.count(SOLD)))
                .summaryStatistics();
        return "%.0f %% [%.0f – %.0f in %d races]"
                .formatted(shares.getAverage(), shares.getMin(), shares.getMax(), shares.getCount());
    }

    private static double lost(List<Trial> trials, String contender, double unlocked) {
        return sum(trials, contender, unlocked, SOLD) - sum(trials, contender, unlocked, TAKEN);
    }

    private static double sum(List<Trial> trials, String contender, double unlocked, String count) {
        return trials.stream()
                .filter(trial -> trial.contender().equals(contender) && trial.at(UNLOCKED) == unlocked)
                .mapToDouble(trial -> trial.count(count))
                .sum();
    }

    private static Picture picture(List<Trial> trials, List<String> contenders) {
        return new Picture(
                "lost",
                "How many acknowledged orders are missing from the stock?",
                "Each point is a race of %,d orders for one book; 0 is right.".formatted(Race.orders()),
                "with one statement (0), with read, then write (1)",
                "orders lost",
                false,
                contenders.stream()
                        .map(contender -> new Line(
                                contender,
                                trials.stream()
                                        .filter(trial -> trial.contender().equals(contender))
                                        .map(LostUpdates::point)
                                        .toList()))
                        .toList());
    }

    private static Point point(Trial trial) {
        double lost = trial.count(SOLD) - trial.count(TAKEN);
        return new Point(
                trial.at(UNLOCKED),
                lost,
                "%s: %,.0f of %,.0f lost"
                        .formatted(
                                trial.at(UNLOCKED) == 1 ? "read, then write" : "one statement",
                                lost,
                                trial.count(SOLD)));
    }
}
