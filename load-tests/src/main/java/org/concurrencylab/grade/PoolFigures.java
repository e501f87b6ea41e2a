package org.concurrencylab.grade;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.DistantDatabase;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.ServiceProcess;
import org.concurrencylab.experiments.PlainClient;
import org.concurrencylab.experiments.Shop;
import org.concurrencylab.grade.Crowd.Timed;

/**
 * What the services carry before a database that is far away, and how often they ask it.
 *
 * @param readsOf1 reads per second of one connection
 * @param readsOf4 of four
 * @param readsOf10 of ten
 * @param readsOf5Workers of five workers before 20 connections
 * @param ordersOf4 orders per second of four connections, in blocking-service
 * @param ordersOf10 of ten, in reactive-service
 * @param tripsOfRead round trips of a read, the most of both services
 * @param tripsOfBlockingOrder of an order, in blocking-service
 * @param tripsOfReactiveOrder of an order, in reactive-service
 * @param blockingPool connections that blocking-service opens as the submission configures it
 * @param reactivePool the same of reactive-service
 */
record PoolFigures(
        double readsOf1,
        double readsOf4,
        double readsOf10,
        double readsOf5Workers,
        double ordersOf4,
        double ordersOf10,
        long tripsOfRead,
        long tripsOfBlockingOrder,
        long tripsOfReactiveOrder,
        int blockingPool,
        int reactivePool) {

    /** So much that the CPU's work does not matter beside it. */
    static final Duration ROUND_TRIP = Duration.ofMillis(50);

    private static final int USERS = 32;
    private static final int COUNTED = 9;
    private static final ClosedLoad LOAD = new ClosedLoad(USERS, Duration.ofSeconds(2), Duration.ofSeconds(3));
    /** More users than any sensible pool has connections, so that one which grows has grown. */
    private static final ClosedLoad FILL = new ClosedLoad(150, Duration.ofSeconds(1), Duration.ofSeconds(1));

    /**
     * Starts the services of a submission, and measures one after another.
     *
     * @throws MachineBusy when this machine's CPUs were the limit, and not the connections
     */
    static PoolFigures of(Submission submission) {
        List<Distant> services = Distant.startAll(
                submission,
                ContenderSpec.THREADS.withConnections(1),
                ContenderSpec.VIRTUAL.withConnections(4),
                ContenderSpec.REACTIVE.withConnections(10),
                ContenderSpec.THREADS.withConnections(20).withWorkers(5),
                ContenderSpec.THREADS,
                ContenderSpec.REACTIVE);
        try (Distant one = services.get(0);
                Distant four = services.get(1);
                Distant ten = services.get(2);
                Distant few = services.get(3);
                Distant blocking = services.get(4);
                Distant reactive = services.get(5)) {
            double readsOf4 = four.reads(4);
            double readsOf10 = ten.reads(10);
            double ordersOf4 = four.orders(4);
            double ordersOf10 = ten.orders(10);
            blocking.fill();
            reactive.fill();
            return new PoolFigures(
                    one.reads(1),
                    readsOf4,
                    readsOf10,
                    few.reads(5),
                    ordersOf4,
                    ordersOf10,
                    Math.max(four.tripsOfRead(), ten.tripsOfRead()),
                    four.tripsOfOrder(),
                    ten.tripsOfOrder(),
                    blocking.database().mostConnections(),
                    reactive.database().mostConnections());
        }
    }

    /** A service whose database is far away from it alone. */
    private record Distant(DistantDatabase database, ServiceProcess service, PlainClient client)
            implements AutoCloseable {

        /** Side by side. Those that have started end again when one of them does not start. */
        static List<Distant> startAll(Submission submission, ContenderSpec... specs) {
            try (Crowd crowd = new Crowd()) {
                List<Future<Timed<Distant>>> starts = Stream.of(specs)
                        .map(spec -> crowd.send(() -> start(submission, spec)))
                        .toList();
                try {
                    return Crowd.answers(starts);
                } catch (LabFailure e) {
                    starts.forEach(Distant::closeStarted);
                    throw e;
                }
            }
        }

        private static void closeStarted(Future<Timed<Distant>> start) {
            try {
                Crowd.answer(start).value().close();
            } catch (LabFailure e) {
                // It is the one that did not start, or another that did not.
            }
        }

        private static Distant start(Submission submission, ContenderSpec spec) {
            DistantDatabase database =
                    DistantDatabase.start(submission.running().database(), ROUND_TRIP);
            try {
                ServiceProcess service = submission.start(spec.withDatabaseAt(database.port()));
                return new Distant(database, service, new PlainClient());
            } catch (LabFailure e) {
                database.close();
                throw e;
            }
        }

        /** Reads per second, of so many connections or workers. */
        double reads(int waiters) {
            return limited(waiters, Shop.OK, user -> shop().read(book(user)).status());
        }

        /** Every user orders a book of his own, for orders of one book wait for each other. */
        double orders(int waiters) {
            return limited(waiters, Shop.CREATED, user -> shop().order(book(user)));
        }

        private double limited(int waiters, int status, IntFunction<Integer> request) {
            return new WaitLimit(waiters, ROUND_TRIP).carried(() -> LOAD.rates(status, request, database::pieces));
        }

        /** Has it open as many connections as it ever will. */
        void fill() {
            FILL.perSecond(Shop.CREATED, user -> shop().order(book(user)));
        }

        long tripsOfRead() {
            return trips(() -> shop().read(book(0)));
        }

        long tripsOfOrder() {
            return trips(() -> shop().order(book(0)));
        }

        /** Of most requests: some may find their connection gone, and make another first. */
        private long trips(Runnable request) {
            long[] counts = IntStream.range(0, COUNTED)
                    .mapToLong(i -> {
                        long before = database.pieces();
                        request.run();
                        return database.pieces() - before;
                    })
                    .sorted()
                    .toArray();
            return counts[COUNTED / 2];
        }

        private Shop shop() {
            return new Shop(client, service.url());
        }

        private static long book(int user) {
            return user + 1L;
        }

        @Override
        public void close() {
            client.close();
            service.close();
            database.close();
        }
    }
}
