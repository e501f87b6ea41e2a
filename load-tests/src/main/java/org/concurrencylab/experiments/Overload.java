package org.concurrencylab.experiments;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.experiments.Bench.Distance;
import org.concurrencylab.experiments.Bench.Service;
import org.concurrencylab.results.Results.Slice;
import org.concurrencylab.results.Trial;
import org.concurrencylab.simulations.Mix;

/**
 * Three times what a service can carry, with room for few requests, or for as many as come. Its limit is either its
 * connections to a database that is far away, so that it has CPU time left to refuse with, or its CPU.
 */
final class Overload implements Experiment {
    static final String LIMIT = "limit";
    static final String TIMES = "times";
    static final String REFUSED_MILLIS = "refused after, p99 in ms";
    private static final int FEW = 200;
    /** What application.properties says. */
    private static final int MANY = 16_384;

    static final int THREE_TIMES = 3;
    private static final int USERS = 100;
    private static final int FEW_USERS = 4;
    private static final Duration FAR = Duration.ofMillis(20);
    private static final int OBSERVERS = 4;
    private static final Duration PERIOD = Duration.ofMillis(50);
    static final double PERCENT = 99;
    private static final double SETTLE_SECONDS = 1;
    private static final double ALL_WARM_SECONDS = 3;
    private static final double CLOSED_SECONDS = 3;
    private static final double OPEN_SECONDS = 4;
    private static final double START_SECONDS = 3;
    private static final double DRAIN_SECONDS = 5;

    private final String name;
    private final String limitedBy;
    private final String keeps;
    private final Mix mix;
    private final Duration roundTrip;
    private final Warmth warmth;
    private final List<Integer> limits;

    /**
     * How long it goes on before it counts.
     *
     * @param best seconds before what a service carries at most
     * @param over seconds before what it does under three times as much; refusing has to be warm as well
     */
    private record Warmth(double best, double over) {}

    private Overload(
            String name,
            String limitedBy,
            String keeps,
            Mix mix,
            Duration roundTrip,
            Warmth warmth,
            List<Integer> limits) {
        this.name = name;
        this.limitedBy = limitedBy;
        this.keeps = keeps;
        this.mix = mix;
        this.roundTrip = roundTrip;
        this.warmth = warmth;
        this.limits = limits;
    }

    /** Connections are what is scarce: each is held for a round trip to the far database. */
    static Overload ofConnections() {
        return new Overload(
                "overload",
                "its connections",
                "it goes on carrying what it can",
                Mix.READ,
                FAR,
                new Warmth(3, 4),
                List.of(FEW, MANY));
    }

    /**
     * CPU time is what is scarce, and a refusal takes some of it. Each request takes some milliseconds: three times as
     * many cheap ones would take all that a small machine has left for generator and database. What a queue does shows
     * the other one; here the time goes into warmth, for compilers took a sixth of the CPU while the first thousands
     * were refused, and a tenth less was carried.
     */
    static Overload ofCpu() {
        return new Overload(
                "overload-cpu",
                "its CPU",
                "it keeps (1 - 3r) ÷ (1 - r) of what it can carry, where r is what a refusal costs of an answer",
                Mix.FORECAST,
                Duration.ZERO,
                new Warmth(10, 20),
                List.of(FEW));
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
        String few =
                "With room for %d requests %s, each within %d requests ÷ that rate (Little's law), and refuses the rest at once."
                        .formatted(FEW, keeps, FEW);
        return limits.contains(MANY)
                ? few
                        + " With room for %,d its queue grows until waits end in failures of the pool's time-out."
                                .formatted(MANY)
                : few;
    }

    @Override
    public double seconds(int contenders) {
        double one = START_SECONDS
                + ALL_WARM_SECONDS
                + SETTLE_SECONDS
                + warmth.best()
                + SETTLE_SECONDS
                + CLOSED_SECONDS
                + warmth.over()
                + OPEN_SECONDS
                + DRAIN_SECONDS;
        return contenders * limits.size() * one;
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
            for (int limit : limits) {
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
            service.measure(Ask.closed(mix, FEW_USERS, SETTLE_SECONDS, warmth.best()));
            Slice most = service.measure(Ask.closed(mix, USERS, SETTLE_SECONDS, CLOSED_SECONDS));
            double rate = Math.rint(THREE_TIMES * most.carriedPerSecond());
            try (Companions observers = Companions.begin(service.url(), "/books/1", OBSERVERS, PERIOD)) {
                Slice slice = service.measure(Ask.open(mix, rate, warmth.over(), OPEN_SECONDS));
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
        return Figures.contenders(trials).isEmpty()
                ? Answer.cannotTell(name, "nothing was measured")
                : new OverloadAnswer(limits).of(trials);
    }
}
