package org.concurrencylab.grade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.concurrencylab.environment.Await;
import org.concurrencylab.environment.Database;
import org.concurrencylab.environment.LabStack;
import org.concurrencylab.environment.ServiceProcess;
import org.concurrencylab.experiments.PlainClient;
import org.concurrencylab.experiments.Shop;
import org.concurrencylab.grade.Crowd.Timed;

/**
 * Lab 8, stop a lost update: orders race, and afterwards copies are counted. A lock on the row makes them meet where
 * chance alone might not.
 */
final class LostUpdateLab implements Assignment {

    private static final int USERS = 16;
    private static final int ORDERS_EACH = 20;
    private static final int PLENTY = 100_000;
    private static final int OTHER_BOOKS = 4;
    /** Longer than a service lets a statement wait, so that a held order ends before this does. */
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private static final Duration MEETING = Duration.ofSeconds(3);
    private static final String FILE = "HibernateBookStore";

    private static final String LOST_HINT =
            "Between reading the stock and writing it back lies a wait. What does the second of two orders write that have read the same stock?";
    private static final String REFUSED_HINT =
            "Whoever finds that another was faster has not been told that nothing is left: look again, or let the database do check and change in one step.";
    private static final String GLOBAL_HINT =
            "Two orders of different books have nothing to fight for. How much do you lock, and for how long?";
    private static final String PROCESSES_HINT =
            "What is in the memory of one process protects nothing from another; a cluster runs several. What do all of them share?";

    @Override
    public String folder() {
        return "08-lost-update";
    }

    @Override
    public List<Mark> marks(LabStack submission) {
        List<ServiceProcess> services = submission.contenders();
        Database database = submission.database();
        List<Mark> marks = new ArrayList<>();
        marks.addAll(Looks.each(
                services,
                "orders one after another",
                5,
                service -> Looks.contract(submission, service, Set.of("OrderContract"), FILE)));
        marks.addAll(Looks.each(services, "many orders of one book", 10, LostUpdateLab::race));
        marks.addAll(Looks.each(
                services,
                "the last copies",
                5,
                service -> Looks.contract(submission, service, Set.of("RaceContract"), FILE)));
        marks.addAll(Looks.each(services, "other books do not wait", 10, service -> otherBooks(database, service)));
        marks.add(Mark.of(
                "all three at one book",
                10,
                "See what the services answer: ./lab up starts them.",
                () -> acrossProcesses(database, services)));
        return marks;
    }

    private static Optional<Lack> race(ServiceProcess service) {
        try (PlainClient client = new PlainClient();
                Crowd crowd = new Crowd()) {
            Shop shop = new Shop(client, service.url());
            long book = shop.newBook(PLENTY);
            List<Future<Timed<List<Integer>>>> users = IntStream.range(0, USERS)
                    .mapToObj(user -> crowd.send(() -> orders(shop, book)))
                    .toList();
            List<Integer> statuses =
                    Crowd.answers(users).stream().flatMap(List::stream).toList();
            return lack(service, service.contender().name(), statuses, PLENTY - shop.stock(book), LOST_HINT);
        }
    }

    private static List<Integer> orders(Shop shop, long book) {
        return IntStream.range(0, ORDERS_EACH).mapToObj(i -> shop.order(book)).toList();
    }

    /** What became of orders of one copy each, where there are copies for all. */
    private static Optional<Lack> lack(
            ServiceProcess service, String who, List<Integer> statuses, int taken, String lostHint) {
        int sent = statuses.size();
        long sold = count(statuses, Shop.CREATED);
        long refused = count(statuses, Shop.CONFLICT);
        String file = Looks.source(service, FILE);
        if (sold != taken) {
            String reason = "%s acknowledged %d of %d orders, but the stock shrank by %d: updates are lost."
                    .formatted(who, sold, sent, taken);
            return Optional.of(new Lack(reason, lostHint, file));
        }
        if (refused > 0) {
            String reason =
                    "%s refused %d of %d orders although there were copies for all.".formatted(who, refused, sent);
            return Optional.of(new Lack(reason, REFUSED_HINT, file));
        }
        if (sold < sent) {
            int other = statuses.stream()
                    .filter(status -> status != Shop.CREATED)
                    .findFirst()
                    .orElseThrow();
            String reason =
                    "%s answered %d of %d orders with an error such as %d.".formatted(who, sent - sold, sent, other);
            return Optional.of(new Lack(reason, REFUSED_HINT, file));
        }
        return Optional.empty();
    }

    private static long count(List<Integer> statuses, int wanted) {
        return statuses.stream().filter(status -> status == wanted).count();
    }

    /** While an order of one book waits for its row, orders of others must be answered. */
    private static Optional<Lack> otherBooks(Database database, ServiceProcess service) {
        try (PlainClient client = new PlainClient();
                Crowd crowd = new Crowd()) {
            Shop shop = new Shop(client, service.url());
            long held = shop.newBook(PLENTY);
            List<Long> others = IntStream.range(0, OTHER_BOOKS)
                    .mapToObj(i -> shop.newBook(PLENTY))
                    .toList();
            Future<Timed<Integer>> waiting;
            List<Future<Timed<Integer>>> free;
            try (RowLock lock = RowLock.take(database, held)) {
                waiting = crowd.send(() -> shop.order(held));
                Await.until(() -> lock.waiting() > 0 || waiting.isDone(), MEETING);
                free = others.stream()
                        .map(book -> crowd.send(() -> shop.order(book)))
                        .toList();
                Await.until(() -> waiting.isDone() || free.stream().allMatch(Future::isDone), PATIENCE);
            }
            long end = Crowd.answer(waiting).nanos();
            long answered = free.stream()
                    .map(Crowd::answer)
                    .filter(answer -> answer.value() == Shop.CREATED && answer.nanos() < end)
                    .count();
            if (answered == OTHER_BOOKS) {
                return Optional.empty();
            }
            String reason = "%s made %d of %d orders of other books wait for an order that does not concern them."
                    .formatted(service.contender().name(), OTHER_BOOKS - answered, OTHER_BOOKS);
            return Optional.of(new Lack(reason, GLOBAL_HINT, Looks.source(service, FILE)));
        }
    }

    /** One order in each process, all of one book, which have to meet. */
    private static Optional<Lack> acrossProcesses(Database database, List<ServiceProcess> services) {
        try (PlainClient client = new PlainClient();
                Crowd crowd = new Crowd()) {
            List<Shop> shops = services.stream()
                    .map(service -> new Shop(client, service.url()))
                    .toList();
            long book = shops.getFirst().newBook(PLENTY);
            List<Future<Timed<Integer>>> orders;
            try (RowLock lock = RowLock.take(database, book)) {
                orders = shops.stream()
                        .map(shop -> crowd.send(() -> shop.order(book)))
                        .toList();
                Await.until(
                        () -> lock.waiting() >= orders.size() || orders.stream().allMatch(Future::isDone), MEETING);
            }
            List<Integer> statuses = Crowd.answers(orders);
            int taken = PLENTY - shops.getFirst().stock(book);
            return lack(services.getFirst(), "The three services together", statuses, taken, PROCESSES_HINT);
        }
    }
}
