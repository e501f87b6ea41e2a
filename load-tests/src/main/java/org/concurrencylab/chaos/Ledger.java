package org.concurrencylab.chaos;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.Order;

/**
 * Every write and what became of it. A write that was answered 2xx was made; one that was answered 4xx was not; of any
 * other nobody can know, so that the database may hold the book as it was or as it should have become.
 */
final class Ledger {

    /** By ISBN, which stays: the states that the row may have; none of them where it may be absent. */
    private final Map<String, List<Optional<Book>>> books = new ConcurrentHashMap<>();

    private final Map<Long, Book> onSale = new ConcurrentHashMap<>();
    private final Map<Long, Order> orders = new ConcurrentHashMap<>();
    private final Map<Long, LongAdder> uncertainOrders = new ConcurrentHashMap<>();
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder uncertain = new LongAdder();

    /** The book has been created or replaced, and is like this. */
    void shelved(Book book) {
        acknowledged.increment();
        books.put(book.isbn(), List.of(Optional.of(book)));
    }

    /** It may be like this, or as it was; a number of 0 is not known. */
    void maybeShelved(Book book) {
        uncertain.increment();
        Optional<Book> changed = Optional.of(book);
        books.merge(
                book.isbn(),
                List.of(Optional.empty(), changed),
                (before, absentOrChanged) -> either(before, List.of(changed)));
    }

    /** The book has been deleted. */
    void removed(Book book) {
        acknowledged.increment();
        books.put(book.isbn(), List.of(Optional.empty()));
    }

    /** It may be there no more. */
    void maybeRemoved(Book book) {
        uncertain.increment();
        books.merge(book.isbn(), List.of(Optional.empty()), Ledger::either);
    }

    /** The book has been created, nobody changes it, and from now on copies of it are ordered. */
    void onSale(Book book) {
        acknowledged.increment();
        onSale.put(book.id(), book);
    }

    /** The order has been accepted. */
    void ordered(Order order) {
        acknowledged.increment();
        orders.put(order.id(), order);
    }

    /** An order of this book may have been accepted. */
    void maybeOrdered(long book) {
        uncertain.increment();
        uncertainOrders.computeIfAbsent(book, none -> new LongAdder()).increment();
    }

    private static List<Optional<Book>> either(List<Optional<Book>> before, List<Optional<Book>> after) {
        return Stream.concat(before.stream(), after.stream()).toList();
    }

    /** By ISBN, what may be there. */
    Map<String, List<Optional<Book>>> books() {
        return Map.copyOf(books);
    }

    /** By number, as they were created. */
    Map<Long, Book> booksOnSale() {
        return Map.copyOf(onSale);
    }

    /** Those that were accepted, by number. */
    Map<Long, Order> orders() {
        return Map.copyOf(orders);
    }

    /** How many more orders of this book there may be. */
    long uncertainOrders(long book) {
        LongAdder orders = uncertainOrders.get(book);
        return orders == null ? 0 : orders.sum();
    }

    /** Writes that were answered 2xx. */
    long acknowledged() {
        return acknowledged.sum();
    }

    /** Writes that were answered neither 2xx nor 4xx, or not at all. */
    long uncertain() {
        return uncertain.sum();
    }
}
