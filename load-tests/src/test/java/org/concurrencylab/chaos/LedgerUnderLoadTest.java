package org.concurrencylab.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.BookInput;
import org.concurrencylab.api.Order;
import org.concurrencylab.verify.reference.ReferenceApi;
import org.concurrencylab.verify.reference.ReferenceBooks;
import org.concurrencylab.verify.reference.ReferenceServer;
import org.junit.jupiter.api.Test;

/** The load and its ledger before stores in memory, of which one is honest. */
class LedgerUnderLoadTest {

    private static final int SOME = 5;
    private static final int ENOUGH_WRITES = 60;
    private static final URI NO_SELLERS = URI.create("http://127.0.0.1:1");

    /** Can be asked for all that it holds. */
    private static class Store extends ReferenceBooks {
        private final Map<Long, Order> orders = new ConcurrentHashMap<>();
        private final AtomicInteger writes = new AtomicInteger();
        private final AtomicInteger changes = new AtomicInteger();

        @Override
        protected synchronized Book create(BookInput input) {
            writes.incrementAndGet();
            return super.create(input);
        }

        @Override
        protected synchronized Order order(long id, int quantity) {
            Order order = super.order(id, quantity);
            writes.incrementAndGet();
            keep(order);
            return order;
        }

        @Override
        protected synchronized Book replace(long id, String ifMatch, BookInput input) {
            Book book = change(id, ifMatch, input);
            changes.incrementAndGet();
            return book;
        }

        Book change(long id, String ifMatch, BookInput input) {
            return super.replace(id, ifMatch, input);
        }

        void keep(Order order) {
            orders.put(order.id(), order);
        }

        Rows rows() {
            Map<String, Book> books =
                    after(0, Integer.MAX_VALUE).stream().collect(Collectors.toMap(Book::isbn, book -> book));
            return new Rows(books, Map.copyOf(orders));
        }
    }

    /** Forgets one order in five, as a database does that acknowledges what is not on its disk and then crashes. */
    private static final class LosesOrders extends Store {
        @Override
        void keep(Order order) {
            if (order.id() % SOME != 0) {
                super.keep(order);
            }
        }
    }

    /** Acknowledges changes and leaves each book as it was. */
    private static final class LosesChanges extends Store {
        @Override
        Book change(long id, String ifMatch, BookInput input) {
            return new Book(
                    id,
                    input.isbn(),
                    input.title(),
                    input.author(),
                    input.priceCents(),
                    input.stock(),
                    find(id).version() + 1);
        }
    }

    /** Accepts orders and leaves the copies in the stock. */
    private static final class SellsTwice extends Store {
        @Override
        protected synchronized Order order(long id, int quantity) {
            Order order = super.order(id, quantity);
            setStock(find(id), find(id).stock() + quantity);
            return order;
        }
    }

    @Test
    void findsNothingToSayAgainstAnHonestStore() throws Exception {
        Audit audit = audit(new Store());

        assertThat(audit.acknowledged()).isGreaterThanOrEqualTo(ENOUGH_WRITES);
        assertThat(audit.lost()).isEmpty();
        assertThat(audit.isClean()).isTrue();
    }

    @Test
    void findsOrdersThatAreLost() throws Exception {
        assertThat(audit(new LosesOrders()).lost()).anyMatch(lost -> lost.contains("Order"));
    }

    @Test
    void findsChangesThatAreLost() throws Exception {
        assertThat(audit(new LosesChanges()).lost()).isNotEmpty().allMatch(lost -> lost.startsWith("Book"));
    }

    @Test
    void findsCopiesThatAreSoldTwice() throws Exception {
        assertThat(audit(new SellsTwice()).oversold()).isPositive();
    }

    private static Audit audit(Store store) throws IOException, InterruptedException {
        Ledger ledger = new Ledger();
        try (ReferenceServer server = new ReferenceServer(new ReferenceApi(store, NO_SELLERS)::answer);
                Load load = Load.start(server.url(), ledger, new AtomicLong())) {
            while (store.writes.get() < ENOUGH_WRITES || store.changes.get() < SOME) {
                Thread.sleep(10);
            }
            assertThat(load.stop()).anyMatch(Outcome::good);
            return Audit.of(ledger, store.rows());
        }
    }
}
