package org.concurrencylab.grade;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.concurrencylab.api.BookInput;
import org.concurrencylab.environment.Await;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.experiments.PlainClient;
import org.concurrencylab.experiments.Shop;
import org.concurrencylab.simulations.Isbn;

/**
 * What a service did when few books were ordered often, and then many once, while of three clients one read what it was
 * sent and two did not.
 *
 * @param answered orders of the few
 * @param reader what the one was told of the few that read all the time
 * @param slow what the one was told of the few that read afterwards
 * @param slower what the one was told of all that read only after the many
 * @param goesOn whether that one was also told of an order that came later
 */
record Flood(int answered, Told reader, Told slow, Told slower, boolean goesOn) {

    /** Events of all of them are more than twice what the system keeps of a connection that nobody reads. */
    static final int ORDERS = 3_000;

    /** What the system keeps is told in any case; who keeps everything tells of all. */
    static final int MOST_KEPT = 2_700;

    static final int FEW = 8;
    /** More than the hundred that may wait for a client. */
    static final int MANY = 150;

    /** As long as a title may be, in letters of three bytes. */
    private static final String LONG = "\u66f8".repeat(200);

    private static final int STOCK = 1_000_000;
    private static final int ISBNS = 1_000_000_000;

    private static final Duration MOST = Duration.ofSeconds(60);
    private static final Duration STANDSTILL = Duration.ofSeconds(10);
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(15);
    private static final Duration QUIET = Duration.ofSeconds(4);
    private static final Duration PAUSE = Duration.ofMillis(200);

    /**
     * What a client was told.
     *
     * @param changes of books
     * @param misses how often it was told that it was not told all
     * @param unknown books whose stock is another one than it has to believe
     */
    record Told(int changes, int misses, long unknown) {

        private static Told of(EventStream stream, Map<Long, Long> stocks) {
            StockNews news = StockNews.of(stream.events());
            return new Told(news.changes(), news.misses(), news.unknown(stocks));
        }
    }

    /** Whether all orders of the few were answered. */
    boolean flowed() {
        return answered == ORDERS;
    }

    static Flood of(Catalogue catalogue, URI service, String path) {
        try (PlainClient client = new PlainClient();
                EventStream reader = EventStream.begun(service, path).listen();
                EventStream slow = EventStream.begun(service, path);
                EventStream slower = EventStream.begun(service, path)) {
            Shop shop = new Shop(client, service);
            List<Long> few = Stream.generate(() -> wide(shop)).limit(FEW).toList();
            int answered = order(shop, few, ORDERS / FEW);
            Map<Long, Long> stocks = stocks(catalogue, few);
            if (answered < ORDERS) {
                return new Flood(
                        answered, Told.of(reader, stocks), Told.of(slow, stocks), Told.of(slower, stocks), false);
            }
            Told toReader = settled(reader, stocks);
            Told toSlow = settled(slow.listen(), stocks);
            List<Long> many = LongStream.rangeClosed(1, MANY).boxed().toList();
            order(shop, many, 1);
            stocks.putAll(stocks(catalogue, many));
            Told toSlower = settled(slower.listen(), stocks);
            shop.order(few.getFirst());
            Map<Long, Long> later = stocks(catalogue, few.subList(0, 1));
            boolean goesOn = Await.until(() -> Told.of(slower, later).unknown() == 0, TOLD_WITHIN, PAUSE);
            return new Flood(answered, toReader, toSlow, toSlower, goesOn);
        }
    }

    /** What a client was told, once it knows all, or knows that it does not, or hears nothing more. */
    private static Told settled(EventStream stream, Map<Long, Long> stocks) {
        StandingStill quiet = new StandingStill(QUIET);
        Await.until(
                () -> {
                    Told told = Told.of(stream, stocks);
                    return told.unknown() == 0 || told.misses() > 0 || quiet.since(told.changes());
                },
                TOLD_WITHIN,
                PAUSE);
        return Told.of(stream, stocks);
    }

    private static long wide(Shop shop) {
        String isbn = Isbn.ofCreated(ThreadLocalRandom.current().nextLong(ISBNS));
        PlainClient.Reply made =
                shop.client().post(shop.url(), "/books", new BookInput(isbn, LONG, LONG, 1_000, STOCK));
        if (made.status() != Shop.CREATED) {
            throw new LabFailure("POST /books is answered with status %d: %s".formatted(made.status(), made.body()));
        }
        return made.json().path("id").asLong();
    }

    /**
     * Orders of some books at once, so many of each one after another; how many were answered before they stood still.
     */
    private static int order(Shop shop, List<Long> books, int times) {
        AtomicInteger answered = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(FEW);
        try {
            books.forEach(book -> threads.submit(() -> {
                for (int i = 0; i < times && shop.order(book) == Shop.CREATED; i++) {
                    answered.incrementAndGet();
                }
            }));
            StandingStill still = new StandingStill(STANDSTILL);
            Await.until(() -> answered.get() == books.size() * times || still.since(answered.get()), MOST, PAUSE);
            return answered.get();
        } finally {
            threads.shutdownNow();
        }
    }

    private static Map<Long, Long> stocks(Catalogue catalogue, List<Long> books) {
        Map<Long, Long> stocks = new LinkedHashMap<>();
        books.forEach(book -> stocks.put(book, catalogue.stock(book)));
        return stocks;
    }

    /** Looks whether a count stands still. */
    private static final class StandingStill {
        private final int looks;
        private final List<Integer> seen = new ArrayList<>();

        StandingStill(Duration most) {
            looks = Math.toIntExact(most.dividedBy(PAUSE));
        }

        /** Whether it is what it was so long ago. */
        boolean since(int count) {
            seen.add(count);
            int last = seen.size() - 1;
            return last >= looks && seen.get(last - looks).equals(count);
        }
    }
}
