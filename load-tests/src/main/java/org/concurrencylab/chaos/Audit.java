package org.concurrencylab.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.Order;

/**
 * The ledger compared with the database.
 *
 * @param acknowledged writes that were answered 2xx
 * @param uncertain writes whose outcome nobody was told
 * @param made those of them that were made nevertheless
 * @param lost a sentence for each acknowledged write that the database does not hold, and for copies gone without order
 * @param oversold copies that were ordered and never taken from the stock
 * @param unasked orders that the database holds and nobody can have made
 */
record Audit(long acknowledged, long uncertain, long made, List<String> lost, long oversold, long unasked) {

    static Audit of(Ledger ledger, Rows rows) {
        List<String> lost = new ArrayList<>();
        long made = ledger.books().entrySet().stream()
                .filter(book -> book.getValue().size() > 1)
                .filter(book -> isLike(
                        book.getValue().getLast(),
                        Optional.ofNullable(rows.books().get(book.getKey()))))
                .count();
        ledger.books().forEach((isbn, possible) -> {
            Optional<Book> found = Optional.ofNullable(rows.books().get(isbn));
            if (possible.stream().noneMatch(state -> isLike(state, found))) {
                lost.add("Book " + isbn + " is " + words(found) + ", not " + words(possible.getLast()));
            }
        });
        ledger.orders().forEach((id, order) -> {
            if (!order.equals(rows.orders().get(id))) {
                lost.add("Order " + order + " is missing");
            }
        });
        Map<Long, Sales> sales = sales(ledger, rows);
        long oversold = 0;
        long unasked = 0;
        for (Book book : ledger.booksOnSale().values()) {
            Book found = rows.books().get(book.isbn());
            if (found == null) {
                lost.add("Book " + book.isbn() + " is not there, and was on sale");
                continue;
            }
            Sales sold = sales.getOrDefault(book.id(), new Sales());
            long taken = (long) book.stock() - found.stock();
            oversold += Math.max(0, Math.max(sold.inDatabase, sold.acknowledged) - taken);
            made += sold.unknownOrders;
            unasked += Math.max(0, sold.unknownOrders - ledger.uncertainOrders(book.id()));
            if (taken > sold.inDatabase) {
                lost.add((taken - sold.inDatabase) + " copies of book " + book.isbn() + " are gone without an order");
            }
        }
        return new Audit(ledger.acknowledged(), ledger.uncertain(), made, List.copyOf(lost), oversold, unasked);
    }

    /** Copies of one book, and orders of it that the ledger does not know. */
    private static final class Sales {
        private long acknowledged;
        private long inDatabase;
        private long unknownOrders;
    }

    private static Map<Long, Sales> sales(Ledger ledger, Rows rows) {
        Map<Long, Order> known = ledger.orders();
        Map<Long, Sales> sales = new HashMap<>();
        known.values().forEach(order -> of(sales, order).acknowledged += order.quantity());
        rows.orders().forEach((id, order) -> {
            of(sales, order).inDatabase += order.quantity();
            if (!known.containsKey(id)) {
                of(sales, order).unknownOrders++;
            }
        });
        return sales;
    }

    private static Sales of(Map<Long, Sales> sales, Order order) {
        return sales.computeIfAbsent(order.bookId(), none -> new Sales());
    }

    private static boolean isLike(Optional<Book> possible, Optional<Book> found) {
        if (possible.isEmpty() || found.isEmpty()) {
            return possible.isEmpty() && found.isEmpty();
        }
        Book wanted = possible.get();
        Book row = found.get();
        // Who was not answered was not told the number either.
        long id = wanted.id() == 0 ? row.id() : wanted.id();
        return row.equals(new Book(
                id,
                wanted.isbn(),
                wanted.title(),
                wanted.author(),
                wanted.priceCents(),
                wanted.stock(),
                wanted.version()));
    }

    private static String words(Optional<Book> book) {
        return book.map(Book::toString).orElse("not there");
    }

    /** Whether nothing is lost, sold twice or made up. */
    boolean isClean() {
        return lost.isEmpty() && oversold == 0 && unasked == 0;
    }
}
