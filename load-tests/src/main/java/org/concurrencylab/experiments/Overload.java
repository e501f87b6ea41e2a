package org.concurrencylab.experiments;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.experiments.Bench.Distance;
import org.concurrencylab.experiments.Bench.Service;
import org.concurrencylab.experiments.Picture.Line;
import org.concurrencylab.experiments.Picture.Point;
import org.concurrencylab.results.Finding.Kind;
import org.concurrencylab.results.Results.Slice;
import org.concurrencylab.results.Trial;
import org.concurrencylab.simulations.Mix;

/**
 * Three times what a service can carry, once with room for few requests and once for as many as come. Its limit is
 * either its connections to a database that is far away, so that it has CPU time left to refuse with, or its CPU.
 */
final class Overload implements Experiment {
    private static final String LIMIT = "limit";
    private static final String TIMES = "times";
    private static final String REFUSED_MILLIS = "refused after, p99 in ms";
    private static final int FEW = 200;
    /** What application.properties says. */
    private static final int MANY = 16_384;

    private static final int THREE_TIMES = 3;
    private static final int USERS = 100;
    private static final int FEW_USERS = 4;
    private static final Duration FAR = Duration.ofMillis(20);
    private static final int OBSERVERS = 4;
    private static final Duration PERIOD = Duration.ofMillis(50);
    private static final double PERCENT = 99;
    private static final double SETTLE_SECONDS = 1;
    private static final double ALL_WARM_SECONDS = 3;
    private static final double CLOSED_SECONDS = 3;
    /** Refusing has to be warm as well: what is interpreted costs many times as much. */
    private static final double OPEN_SETTLE_SECONDS = 4;

    private static final double OPEN_SECONDS = 4;
    private static final double START_SECONDS = 3;
    private static final double DRAIN_SECONDS = 5;
    private static final double BYTES_PER_MEBIBYTE = 1 << 20;

    private final String name;
    private final String limitedBy;
    private final String keeps;
    private final Mix mix;
    private final Duration roundTrip;
    private final double warmUpSeconds;

    private Overload(String name, String limitedBy, String keeps, Mix mix, Duration roundTrip, double warmUpSeconds) {
        this.name = name;
        this.limitedBy = limitedBy;
        this.keeps = keeps;
        this.mix = mix;
        this.roundTrip = roundTrip;
        this.warmUpSeconds = warmUpSeconds;
    }

    /** Connections are what is scarce: each is held for a round trip to the far database. */
    static Overload ofConnections() {
        return new Overload("overload", "its connections", "it goes on carrying what it can", Mix.READ, FAR, 3);
    }

    /**
     * CPU time is what is scarce, and a refusal takes some of it. Each request takes some milliseconds: three times as
     * many cheap ones would take all that a small machine has left for generator and database. Some thousand of them
     * are needed until they take no less from one second to the next.
     */
    static Overload ofCpu() {
        return new Overload(
                "overload-cpu",
                "its CPU",
                "it keeps (1 - 3r) ÷ (1 - r) of what it can carry, where r is what a refusal costs of an answer",
                Mix.FORECAST,
                Duration.ZERO,
                6);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String question() {
        return "What becomes of a service that is asked for three times what %s can carry?".formatted(limitedBy);
    }

    @Override
    public String prediction() {
        return "With room for %d requests %s, each within %d requests ÷ that rate (Little's law), and refuses the rest at once. With room for %,d its queue grows until waits end in failures of the pool's time-out."
                .formatted(FEW, keeps, FEW, MANY);
    }

    @Override
    public double seconds(int contenders) {
        double one = START_SECONDS
                + ALL_WARM_SECONDS
                + SETTLE_SECONDS
                + warmUpSeconds
                + SETTLE_SECONDS
                + CLOSED_SECONDS
                + OPEN_SETTLE_SECONDS
                + OPEN_SECONDS
                + DRAIN_SECONDS;
        return contenders * 2 * one;
    }

    /** It starts its own, with other limits. */
    @Override
    public boolean needsContendersWarm() {
        return false;
    }

    @Override
    public List<Trial> measure(Bench bench) {
        if (roundTrip.isZero()) {
            return measure(bench, contender -> contender);
        }
        try (Distance distance = bench.distance(roundTrip)) {
            return measure(bench, contender -> contender.withDatabaseAt(distance.port()));
        }
    }

    private List<Trial> measure(Bench bench, UnaryOperator<ContenderSpec> placed) {
        List<Trial> trials = new ArrayList<>();
        for (Service contender : bench.contenders()) {
            for (int limit : new int[] {FEW, MANY}) {
                trials.addAll(trials(bench, placed.apply(contender.spec()), limit));
            }
        }
        return trials;
    }

    private List<Trial> trials(Bench bench, ContenderSpec contender, int limit) {
        ContenderSpec limited =
                contender.withSetting("limit-" + limit, "lab.requests-under-way", String.valueOf(limit));
        try (Service service = bench.start(limited, ALL_WARM_SECONDS)) {
            // Warm-up of what it asks for; by few, for beside a hundred threads that compute the JIT gets no CPU time.
            service.measure(Ask.closed(mix, FEW_USERS, SETTLE_SECONDS, warmUpSeconds));
            Slice most = service.measure(Ask.closed(mix, USERS, SETTLE_SECONDS, CLOSED_SECONDS));
            double rate = Math.rint(THREE_TIMES * most.carriedPerSecond());
            try (Companions observers = Companions.begin(service.url(), "/books/1", OBSERVERS, PERIOD)) {
                Slice slice = service.measure(Ask.open(mix, rate, OPEN_SETTLE_SECONDS, OPEN_SECONDS));
                double millis = observers.refusedMillis(PERCENT);
                return List.of(
                        new Trial(contender.name(), at(limit, 1), most),
                        new Trial(
                                contender.name(),
                                at(limit, THREE_TIMES),
                                slice,
                                Double.isNaN(millis) ? Map.of() : Map.of(REFUSED_MILLIS, millis),
                                List.of()));
            }
        }
    }

    private static Map<String, Double> at(int limit, int times) {
        return Map.of(LIMIT, (double) limit, TIMES, (double) times);
    }

    @Override
    public Answer answer(List<Trial> trials) {
        List<String> contenders = Figures.contenders(trials);
        if (contenders.isEmpty()) {
            return Answer.cannotTell(name, "nothing was measured");
        }
        return new Answer(
                Figures.sentences(contenders, contender -> words(trials, contender)),
                List.of(picture(trials, contenders)));
    }

    private static String words(List<Trial> trials, String contender) {
        return "%s, room for %d: %s; for %,d: %s."
                .formatted(contender, FEW, words(trials, contender, FEW), MANY, words(trials, contender, MANY));
    }

    private static String words(List<Trial> trials, String contender, int limit) {
        Trial most = trial(trials, contender, limit, 1);
        Trial over = trial(trials, contender, limit, THREE_TIMES);
        if (most == null || over == null) {
            return "not measured";
        }
        Slice slice = over.slice();
        String refused = Double.isNaN(over.count(REFUSED_MILLIS))
                ? "refused none that was watched"
                : "refused %.0f %%, p99 after %s"
                        .formatted(100.0 * slice.errors() / slice.sent(), Figures.duration(over.count(REFUSED_MILLIS)));
        return "of %s it carried %.0f %% when offered %d times as much, p99 %s, and %s%s"
                .formatted(
                        Figures.rate(most.slice().carriedPerSecond()),
                        100 * slice.carriedPerSecond() / most.slice().carriedPerSecond(),
                        THREE_TIMES,
                        Figures.duration(Figures.millis(slice, PERCENT)),
                        refused,
                        memory(slice) + behind(slice));
    }

    private static String behind(Slice slice) {
        return slice.findings().stream().anyMatch(finding -> finding.kind() == Kind.GENERATOR_SATURATED)
                ? ", while the load generator itself was saturated"
                : "";
    }

    private static String memory(Slice slice) {
        Long bytes = slice.usage().serviceRssBytes();
        return bytes == null ? "" : ", in %.0f MiB".formatted(bytes / BYTES_PER_MEBIBYTE);
    }

    /** Null when it was not measured. */
    private static Trial trial(List<Trial> trials, String contender, int limit, int times) {
        return trials.stream()
                .filter(trial -> trial.contender().equals(contender))
                .filter(trial -> trial.at(LIMIT) == limit && trial.at(TIMES) == times)
                .findFirst()
                .orElse(null);
    }

    private static Picture picture(List<Trial> trials, List<String> contenders) {
        List<Line> lines = new ArrayList<>();
        for (String contender : contenders) {
            for (int limit : new int[] {FEW, MANY}) {
                lines.add(new Line(
                        "%s, room for %,d".formatted(contender, limit),
                        trials.stream()
                                .filter(trial -> trial.contender().equals(contender) && trial.at(LIMIT) == limit)
                                .map(Overload::point)
                                .toList()));
            }
        }
        return new Picture(
                "carried",
                "What does each carry under as much as it can, and under three times as much?",
                "A line that falls is a service that does less because it is asked for more.",
                "times what it can carry, offered",
                "good answers per second",
                false,
                lines);
    }

    private static Point point(Trial trial) {
        return new Point(
                trial.at(TIMES),
                trial.slice().carriedPerSecond(),
                Figures.rate(trial.slice().carriedPerSecond()));
    }
}
