package org.concurrencylab.experiments;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.experiments.Bench.Distance;
import org.concurrencylab.experiments.Bench.Service;
import org.concurrencylab.experiments.Bench.Services;
import org.concurrencylab.experiments.Picture.Line;
import org.concurrencylab.experiments.Picture.Point;
import org.concurrencylab.results.Trial;
import org.concurrencylab.simulations.Mix;

/**
 * When the connection pool alone decides: the same pool for every contender, in four sizes, before a database that is a
 * few milliseconds away; and worker threads that are fewer than the connections.
 */
final class Pool implements Experiment {
    private static final String CONNECTIONS = "connections";
    private static final String WORKERS = "workers";
    private static final List<Integer> SIZES = List.of(1, 5, 20, 50);
    /** What Quarkus 3.34 gives the two drivers when nothing is configured. */
    private static final int DEFAULT_OF_JDBC = 50;

    private static final int DEFAULT_OF_REACTIVE = 20;
    private static final int FEW_WORKERS = 5;
    /** So that somebody always waits for each connection; more would only take longer to be done with at the end. */
    private static final int USERS_PER_CONNECTION = 8;

    private static final int MOST_USERS = 128;
    private static final int REPETITIONS = 3;
    /**
     * So long that even 20 connections leave most of a slow CPU idle: with 10 ms they carried 12 times what one did.
     */
    private static final Duration ROUND_TRIP = Duration.ofMillis(20);

    private static final double WARM_UP_SECONDS = 4;
    private static final double SETTLE_SECONDS = 0.5;
    private static final double MEASURED_SECONDS = 1;
    private static final double START_SECONDS = 2.5;
    /** Two figures this close are called equal: single slices of one second vary by about so much. */
    private static final double CLOSE = 0.10;

    @Override
    public String name() {
        return "pool";
    }

    @Override
    public String question() {
        return "How much of what is called the concurrency model is the size of the connection pool?";
    }

    @Override
    public String prediction() {
        return "With a database %d ms away every request holds a connection for that long at least, so all contenders carry connections ÷ time held (Little's law), whatever their model, until CPU or workers are fewer."
                .formatted(ROUND_TRIP.toMillis());
    }

    @Override
    public double seconds(int contenders) {
        double one = START_SECONDS + REPETITIONS * (SETTLE_SECONDS + MEASURED_SECONDS + 0.5);
        return (SIZES.size() + 1) * WARM_UP_SECONDS + (contenders * SIZES.size() + 1) * one;
    }

    /** It starts its own, with other pools. */
    @Override
    public boolean needsContendersWarm() {
        return false;
    }

    @Override
    public List<Trial> measure(Bench bench) {
        List<Trial> trials = new ArrayList<>();
        try (Distance distance = bench.distance(ROUND_TRIP)) {
            for (int size : SIZES) {
                UnaryOperator<ContenderSpec> sized =
                        spec -> spec.withConnections(size).withDatabaseAt(distance.port());
                List<ContenderSpec> contenders =
                        bench.contenders().stream().map(Service::spec).toList();
                try (Services services =
                        bench.start(contenders.stream().map(sized).toList(), WARM_UP_SECONDS)) {
                    for (ContenderSpec contender : contenders) {
                        trials.addAll(trials(
                                services.of(sized.apply(contender)),
                                contender.name(),
                                Map.of(CONNECTIONS, (double) size),
                                users(size)));
                    }
                }
            }
            if (bench.contenders().stream().anyMatch(service -> service.spec().equals(ContenderSpec.THREADS))) {
                ContenderSpec few = ContenderSpec.THREADS
                        .withConnections(DEFAULT_OF_REACTIVE)
                        .withWorkers(FEW_WORKERS)
                        .withDatabaseAt(distance.port());
                try (Service service = bench.start(few, WARM_UP_SECONDS)) {
                    trials.addAll(trials(
                            service,
                            ContenderSpec.THREADS.name(),
                            Map.of(CONNECTIONS, (double) DEFAULT_OF_REACTIVE, WORKERS, (double) FEW_WORKERS),
                            users(FEW_WORKERS)));
                }
            }
        }
        return trials;
    }

    private static int users(int atOnce) {
        return Math.min(MOST_USERS, USERS_PER_CONNECTION * atOnce);
    }

    private static List<Trial> trials(Service service, String contender, Map<String, Double> at, int users) {
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < REPETITIONS; i++) {
            Ask ask = Ask.closed(Mix.READ, users, SETTLE_SECONDS, MEASURED_SECONDS);
            trials.add(new Trial(contender, at, service.measure(ask)));
        }
        return trials;
    }

    @Override
    public Answer answer(List<Trial> trials) {
        List<String> contenders = Figures.contenders(trials);
        if (contenders.isEmpty() || Double.isNaN(carried(trials, contenders.getFirst(), 1, 0))) {
            return Answer.cannotTell(name(), "nothing was measured");
        }
        String reference = contenders.getFirst();
        double one = DoubleStream.of(contenders.stream()
                        .mapToDouble(contender -> carried(trials, contender, 1, 0))
                        .toArray())
                .average()
                .orElseThrow();
        List<String> parts = new ArrayList<>();
        for (int size : SIZES) {
            double[] all = contenders.stream()
                    .mapToDouble(contender -> carried(trials, contender, size, 0))
                    .toArray();
            double most = DoubleStream.of(all).max().orElseThrow();
            double least = DoubleStream.of(all).min().orElseThrow();
            boolean same = most / least <= 1 + CLOSE;
            boolean asPredicted = least >= (1 - CLOSE) * size * one;
            parts.add("%d %s: %s to %s of %s predicted%s"
                    .formatted(
                            size,
                            size == 1 ? "connection" : "connections",
                            Figures.rate(least),
                            Figures.rate(most),
                            Figures.rate(size * one),
                            same && asPredicted
                                    ? ", the pool decides"
                                    : same ? ", all alike but below it" : ", the contenders differ"));
        }
        return new Answer(
                String.join("; ", parts) + ". " + fewWorkers(trials, one) + trap(trials, contenders, reference),
                List.of(PoolRuling.of(contenders, (contender, size) -> carried(trials, contender, size, 0))),
                List.of(picture(trials, contenders, one)));
    }

    private static String fewWorkers(List<Trial> trials, double one) {
        double few = carried(trials, ContenderSpec.THREADS.name(), DEFAULT_OF_REACTIVE, FEW_WORKERS);
        return Double.isNaN(few)
                ? ""
                : "With %d workers before %d connections, threads carried %s: the smaller of the two decides (%s predicted). "
                        .formatted(
                                FEW_WORKERS, DEFAULT_OF_REACTIVE, Figures.rate(few), Figures.rate(FEW_WORKERS * one));
    }

    private static String trap(List<Trial> trials, List<String> contenders, String reference) {
        if (!contenders.contains("reactive") || !reference.equals("threads")) {
            return "";
        }
        double unequal =
                carried(trials, reference, DEFAULT_OF_JDBC, 0) / carried(trials, "reactive", DEFAULT_OF_REACTIVE, 0);
        double equal = carried(trials, reference, DEFAULT_OF_REACTIVE, 0)
                / carried(trials, "reactive", DEFAULT_OF_REACTIVE, 0);
        return "The trap: left at their defaults, threads has %d connections and reactive %d, and threads carries %s what reactive does; with %d each it is %s."
                .formatted(
                        DEFAULT_OF_JDBC,
                        DEFAULT_OF_REACTIVE,
                        Figures.times(unequal),
                        DEFAULT_OF_REACTIVE,
                        Figures.times(equal));
    }

    private static double carried(List<Trial> trials, String contender, double connections, double workers) {
        double[] all = trials.stream()
                .filter(trial -> trial.contender().equals(contender))
                .filter(trial -> trial.at(CONNECTIONS) == connections && trial.at(WORKERS) == workers)
                .mapToDouble(trial -> trial.slice().carriedPerSecond())
                .sorted()
                .toArray();
        return all.length == 0 ? Double.NaN : all[all.length / 2];
    }

    private static Picture picture(List<Trial> trials, List<String> contenders, double one) {
        List<Line> lines = new ArrayList<>();
        for (String contender : contenders) {
            lines.add(new Line(
                    contender,
                    SIZES.stream()
                            .map(size -> point(size, carried(trials, contender, size, 0)))
                            .toList()));
        }
        lines.add(new Line(
                "predicted", SIZES.stream().map(size -> point(size, size * one)).toList()));
        return new Picture(
                "carried",
                "What does each carry with a pool of this size?",
                "Lines that lie on one another show the pool; where they part, something else decides. \"predicted\" is"
                        + " what one connection carried times their number.",
                "database connections",
                "requests per second carried",
                false,
                lines);
    }

    private static Point point(int connections, double carried) {
        return new Point(connections, carried, connections + " connections: " + Figures.rate(carried));
    }
}
