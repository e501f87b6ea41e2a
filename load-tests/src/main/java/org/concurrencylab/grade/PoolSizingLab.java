package org.concurrencylab.grade;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.LabHome;
import org.concurrencylab.results.AtomicFile;

/**
 * Lab 5, pool sizing by Little's law: what a student predicts is compared with what the same run measures, before a
 * database so far away that the CPU's work does not matter. Round trips and connections are counted.
 */
final class PoolSizingLab extends QuestionLab {

    private static final String PROPERTIES = "-service/src/main/resources/application.properties";
    private static final String CONNECTIONS = "lab.database-connections";

    private static final double SECONDS = PoolFigures.ROUND_TRIP.toMillis() / 1000.0;
    /** What the configured pool must carry, in orders per second, a tenth to spare included. */
    private static final double ORDERS_WANTED = 45 * 1.1;

    private static final double READS_WANTED = 300;
    /** How much larger than needed a pool may be: for another way to round and to leave something to spare. */
    private static final double ROOM = 1.3;

    private static final double ROUNDING = 1e-9;

    private static final String BLOCKING_TRIPS = "round-trips.order.blocking";
    private static final String REACTIVE_TRIPS = "round-trips.order.reactive";
    private static final String READS_1 = "reads-per-second.1-connection";
    private static final String READS_4 = "reads-per-second.4-connections";
    private static final String READS_10 = "reads-per-second.10-connections";
    private static final String READS_FEW = "reads-per-second.5-workers-20-connections";
    private static final String ORDERS_4 = "orders-per-second.4-connections.blocking";
    private static final String ORDERS_10 = "orders-per-second.10-connections.reactive";
    private static final String FOR_READS = "connections.for-300-reads-per-second";

    private static final List<String> KEYS = List.of(
            BLOCKING_TRIPS, REACTIVE_TRIPS, READS_1, READS_4, READS_10, READS_FEW, ORDERS_4, ORDERS_10, FOR_READS);

    private static final String BEGIN_HINT =
            "Little's law: what is under way = how many a second x how long each takes. Begin with one connection: how long does a read hold it, and how many such times has a second?";
    private static final String TRIPS_HINT =
            "Write down what goes over the connection from begin to commit, and wait for the answer to each. Which of these does a driver send together with the next?";
    private static final String READS_HINT =
            "A read holds its connection for one round trip of 50 ms. How many does one connection carry in a second, and how many do all of them?";
    private static final String FEW_HINT =
            "Whoever has no thread asks for no connection. Which of the two runs out first?";
    private static final String ORDERS_HINT =
            "An order keeps its connection from begin to commit: for all of its round trips, not for one.";
    private static final String SIZE_HINT =
            "Connections = requests per second x seconds for which each holds one. Cores and users do not occur in it.";
    private static final String POOL_HINT =
            "Both services have the same setting, so the one whose orders hold a connection for longer decides. Take the smallest number that suffices: each connection is a process of PostgreSQL.";
    private static final String ONLY_HINT =
            "Only lab.database-connections is yours to change here, in both services alike.";

    PoolSizingLab() {
        super("05-pool-sizing");
    }

    /** It starts its own, which are far away from the database. */
    @Override
    public List<ContenderSpec> contenders() {
        return List.of();
    }

    @Override
    Optional<Mark> unanswered(Answers answers) {
        return answers.withoutNumber(KEYS, BEGIN_HINT)
                .map(lack -> new Mark("all is predicted", 100, Optional.of(lack)));
    }

    @Override
    List<Mark> marks(Answers answers, Submission submission) {
        return marks(answers, submission.project(), PoolFigures.of(submission));
    }

    @Override
    Mark unmeasured(String reason) {
        return Mark.unanswered("both services answer", 100, new Lack(reason, ONLY_HINT));
    }

    /** What the answers and the two files of settings are worth before these figures. */
    static List<Mark> marks(Answers answers, Path project, PoolFigures figures) {
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark(
                "round trips of an order: blocking-service",
                10,
                answers.counts(BLOCKING_TRIPS, figures.tripsOfBlockingOrder(), TRIPS_HINT)));
        marks.add(new Mark(
                "round trips of an order: reactive-service",
                10,
                answers.counts(REACTIVE_TRIPS, figures.tripsOfReactiveOrder(), TRIPS_HINT)));
        marks.add(new Mark("reads, 1 connection", 10, answers.predicts(READS_1, figures.readsOf1(), READS_HINT)));
        marks.add(new Mark("reads, 4 connections", 10, answers.predicts(READS_4, figures.readsOf4(), READS_HINT)));
        marks.add(new Mark("reads, 10 connections", 10, answers.predicts(READS_10, figures.readsOf10(), READS_HINT)));
        marks.add(new Mark(
                "reads, 5 workers before 20 connections",
                10,
                answers.predicts(READS_FEW, figures.readsOf5Workers(), FEW_HINT)));
        marks.add(new Mark("orders, 4 connections", 10, answers.predicts(ORDERS_4, figures.ordersOf4(), ORDERS_HINT)));
        marks.add(
                new Mark("orders, 10 connections", 10, answers.predicts(ORDERS_10, figures.ordersOf10(), ORDERS_HINT)));
        marks.add(new Mark(
                "connections for 300 reads per second",
                5,
                size(answers.number(FOR_READS), READS_WANTED * figures.tripsOfRead() * SECONDS)
                        .map(reason -> answers.lack(FOR_READS, FOR_READS + " " + reason, SIZE_HINT))));
        marks.add(new Mark("only the pool is changed", 5, otherSettings(project)));
        marks.add(new Mark("the pool for 45 orders per second", 10, pool(figures)));
        return marks;
    }

    /** What is wrong with a number of connections; empty when nothing is. */
    private static Optional<String> size(double connections, double needed) {
        if (connections < needed - ROUNDING) {
            return Optional.of("is %.0f, which carries no more than %.0f %% of what is asked for."
                    .formatted(connections, Math.floor(100 * connections / needed)));
        }
        return connections <= Math.ceil(needed) * ROOM
                ? Optional.empty()
                : Optional.of(
                        "is %.0f, %.1f times as many as are needed.".formatted(connections, connections / needed));
    }

    private static Optional<Lack> pool(PoolFigures figures) {
        int blocking = figures.blockingPool();
        int reactive = figures.reactivePool();
        String file = "reactive" + PROPERTIES;
        long trips = Math.max(figures.tripsOfBlockingOrder(), figures.tripsOfReactiveOrder());
        Optional<String> size = size(Math.max(blocking, reactive), ORDERS_WANTED * trips * SECONDS);
        if (size.isEmpty() && blocking != reactive) {
            String reason = "blocking-service opens %d connections and reactive-service %d, so nobody can compare them."
                    .formatted(blocking, reactive);
            return Optional.of(new Lack(reason, POOL_HINT, file));
        }
        return size.map(reason -> new Lack(CONNECTIONS + " " + reason, POOL_HINT, file));
    }

    /** Settings of a submission that differ from ours, beside the one that may. */
    private static Optional<Lack> otherSettings(Path project) {
        for (String service : List.of("blocking", "reactive")) {
            String file = service + PROPERTIES;
            Properties ours = settings(LabHome.find().resolve(file));
            Properties theirs = settings(project.resolve(file));
            TreeSet<String> keys = new TreeSet<>(ours.stringPropertyNames());
            keys.addAll(theirs.stringPropertyNames());
            keys.remove(CONNECTIONS);
            keys.removeIf(key -> ours.getProperty(key, "").equals(theirs.getProperty(key, "")));
            if (!keys.isEmpty()) {
                return Optional.of(new Lack("%s is changed in %s.".formatted(keys.first(), file), ONLY_HINT, file));
            }
        }
        return Optional.empty();
    }

    private static Properties settings(Path file) {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            settings.load(reader);
            return settings;
        } catch (IOException e) {
            throw new LabFailure("Cannot read " + file + ": " + AtomicFile.reason(e) + ".", e);
        }
    }
}
