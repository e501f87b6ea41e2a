package org.concurrencylab.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.BookInput;
import org.concurrencylab.api.Order;
import org.concurrencylab.api.OrderInput;
import org.concurrencylab.experiments.PlainClient.Reply;

/**
 * Asks for one thing after another, at most so many a second, and writes down what came of each. Only its owner changes
 * a book, so its owner knows what it has to be like; a book whose last change had no certain answer is left alone.
 */
final class Customer implements Runnable {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;
    private static final int CONFLICT = 409;
    private static final int FIRST_SERVER_ERROR = 500;

    private static final int SEEDED = 10_000;
    private static final int OWN_AT_MOST = 20;
    private static final int MOST_COPIES = 3;
    private static final int PRICES = 10_000;
    /** Sold out within seconds, so that the last copies are fought for, whenever the fault comes. */
    static final int STOCK = 60;

    private final Market market;
    private final BooleanSupplier open;
    private final long periodNanos;
    private final SplittableRandom random;
    private final List<Book> own = new ArrayList<>();

    /**
     * @param open whether to go on
     * @param periodNanos from one request to the next, or longer when the answer takes longer
     */
    Customer(Market market, BooleanSupplier open, long periodNanos, long seed) {
        this.market = market;
        this.open = open;
        this.periodNanos = periodNanos;
        this.random = new SplittableRandom(seed);
    }

    @Override
    public void run() {
        long next = System.nanoTime() + random.nextLong(periodNanos);
        while (open.getAsBoolean()) {
            long wait = next - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            } else {
                ask(Operation.draw(random));
                // What an answer came too late for is not made up for: the load is bounded.
                next = Math.max(next + periodNanos, System.nanoTime());
            }
        }
    }

    private void ask(Operation operation) {
        switch (operation) {
            case READ -> get(operation, "/books/" + anyBook());
            case PAGE -> get(operation, "/books");
            case OFFER -> get(operation, "/books/" + anyBook() + "/offer");
            case CREATE -> create();
            case REPLACE -> replace();
            case DELETE -> delete();
            case ORDER -> order();
        }
    }

    private long anyBook() {
        return 1 + random.nextInt(SEEDED);
    }

    private void get(Operation operation, String path) {
        market.ask(operation, Set.of(OK), () -> market.client().get(market.url(), path));
    }

    private BookInput input(String isbn, int stock) {
        return new BookInput(isbn, "Title " + random.nextInt(), "Author", random.nextInt(PRICES), stock);
    }

    private static Book book(long id, BookInput input, long version) {
        return new Book(id, input.isbn(), input.title(), input.author(), input.priceCents(), input.stock(), version);
    }

    private void create() {
        if (own.size() >= OWN_AT_MOST) {
            delete();
            return;
        }
        create(STOCK).ifPresent(book -> {
            market.ledger().shelved(book);
            own.add(book);
        });
    }

    /** A new book; empty when it was refused, and when it may or may not be there, which is then written down. */
    private Optional<Book> create(int stock) {
        BookInput input = input(market.newIsbn(), stock);
        Optional<Reply> reply = market.ask(
                Operation.CREATE, Set.of(CREATED), () -> market.client().post(market.url(), "/books", input));
        if (isUncertain(reply)) {
            market.ledger().maybeShelved(book(0, input, 0));
        }
        return reply.filter(answer -> answer.status() == CREATED)
                .map(answer -> book(answer.json().path("id").asLong(), input, 0));
    }

    /** Puts a new book on sale there, or leaves what is. */
    void open(int counter) {
        create(STOCK).ifPresent(book -> market.sell(counter, book));
    }

    private void replace() {
        takeOwn().ifPresentOrElse(this::replace, this::create);
    }

    private void replace(Book book) {
        BookInput input = input(book.isbn(), book.stock());
        Book changed = book(book.id(), input, book.version() + 1);
        Optional<Reply> reply = market.ask(
                Operation.REPLACE,
                Set.of(OK),
                () -> market.client().put(market.url(), "/books/" + book.id(), book.version(), input));
        if (isUncertain(reply)) {
            market.ledger().maybeShelved(changed);
        } else if (reply.get().status() == OK) {
            market.ledger().shelved(changed);
            own.add(changed);
        }
    }

    private void delete() {
        takeOwn().ifPresentOrElse(this::delete, this::create);
    }

    private void delete(Book book) {
        Optional<Reply> reply = market.ask(
                Operation.DELETE,
                Set.of(NO_CONTENT),
                () -> market.client().delete(market.url(), "/books/" + book.id(), book.version()));
        if (isUncertain(reply)) {
            market.ledger().maybeRemoved(book);
        } else if (reply.get().status() == NO_CONTENT) {
            market.ledger().removed(book);
        }
    }

    private Optional<Book> takeOwn() {
        return own.isEmpty() ? Optional.empty() : Optional.of(own.remove(random.nextInt(own.size())));
    }

    private void order() {
        int counter = random.nextInt(Market.COUNTERS);
        Book book = market.onSale(counter);
        OrderInput input = new OrderInput(1 + random.nextInt(MOST_COPIES));
        Optional<Reply> reply = market.ask(
                Operation.ORDER,
                Set.of(CREATED, CONFLICT),
                () -> market.client().post(market.url(), "/books/" + book.id() + "/orders", input));
        if (isUncertain(reply)) {
            market.ledger().maybeOrdered(book.id());
        } else if (reply.get().status() == CREATED) {
            long id = reply.get().json().path("id").asLong();
            market.ledger().ordered(new Order(id, book.id(), input.quantity()));
        } else if (reply.get().status() == CONFLICT && market.onSale(counter) == book) {
            open(counter);
        }
    }

    private static boolean isUncertain(Optional<Reply> reply) {
        return reply.isEmpty() || reply.get().status() >= FIRST_SERVER_ERROR;
    }
}
