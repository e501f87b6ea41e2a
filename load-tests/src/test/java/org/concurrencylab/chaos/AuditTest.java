package org.concurrencylab.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.Order;
import org.junit.jupiter.api.Test;

class AuditTest {

    private static final String ISBN = "9790000000018";
    private static final Book BOOK = new Book(7, ISBN, "Title", "Author", 900, 10, 0);
    private static final Book CHANGED = new Book(7, ISBN, "Other title", "Author", 800, 10, 1);

    private final Ledger ledger = new Ledger();
    private final Map<String, Book> books = new HashMap<>();
    private final Map<Long, Order> orders = new HashMap<>();

    @Test
    void nothingIsLostWhereTheDatabaseHoldsWhatWasAcknowledged() {
        ledger.shelved(BOOK);
        ledger.shelved(CHANGED);
        books.put(ISBN, CHANGED);

        assertThat(audit().isClean()).isTrue();
        assertThat(audit().acknowledged()).isEqualTo(2);
    }

    @Test
    void aBookThatWasAcknowledgedAndIsNotThereIsLost() {
        ledger.shelved(BOOK);

        assertThat(audit().lost()).singleElement().asString().contains(ISBN, "not there");
        assertThat(audit().isClean()).isFalse();
    }

    @Test
    void anAcknowledgedChangeThatIsUndoneIsLost() {
        ledger.shelved(BOOK);
        ledger.shelved(CHANGED);
        books.put(ISBN, BOOK);

        assertThat(audit().lost()).hasSize(1);
    }

    @Test
    void anAcknowledgedDeletionThatIsUndoneIsLost() {
        ledger.shelved(BOOK);
        ledger.removed(BOOK);
        books.put(ISBN, BOOK);

        assertThat(audit().lost()).hasSize(1);
    }

    @Test
    void aChangeOfUnknownOutcomeMayBeThereOrNot() {
        ledger.shelved(BOOK);
        ledger.maybeShelved(CHANGED);

        books.put(ISBN, BOOK);
        assertThat(audit().isClean()).isTrue();
        assertThat(audit().made()).isZero();
        books.put(ISBN, CHANGED);
        assertThat(audit().isClean()).isTrue();
        assertThat(audit().made()).isOne();
        assertThat(audit().uncertain()).isOne();
    }

    @Test
    void aChangeOfUnknownOutcomeExcusesNothingElse() {
        ledger.shelved(BOOK);
        ledger.maybeShelved(CHANGED);
        books.put(ISBN, new Book(7, ISBN, "Other title", "Author", 900, 10, 1));

        assertThat(audit().lost()).hasSize(1);
        books.clear();
        assertThat(audit().lost()).hasSize(1);
    }

    @Test
    void aBookThatWasPerhapsCreatedMayHaveAnyNumber() {
        ledger.maybeShelved(new Book(0, ISBN, "Title", "Author", 900, 10, 0));

        assertThat(audit().isClean()).isTrue();
        books.put(ISBN, BOOK);
        assertThat(audit().isClean()).isTrue();
    }

    @Test
    void aDeletionOfUnknownOutcomeMayBeThereOrNot() {
        ledger.shelved(BOOK);
        ledger.maybeRemoved(BOOK);

        assertThat(audit().isClean()).isTrue();
        books.put(ISBN, BOOK);
        assertThat(audit().isClean()).isTrue();
    }

    @Test
    void anAcknowledgedOrderThatIsNotThereIsLost() {
        ledger.onSale(BOOK);
        ledger.ordered(new Order(1, 7, 2));
        books.put(ISBN, BOOK);

        assertThat(audit().lost()).singleElement().asString().contains("Order");
    }

    @Test
    void ordersThatWereTakenFromTheStockAreRight() {
        ledger.onSale(BOOK);
        accept(new Order(1, 7, 4));
        accept(new Order(2, 7, 6));
        books.put(ISBN, withStock(0));

        assertThat(audit().isClean()).isTrue();
    }

    @Test
    void copiesOrderedThatWereNotTakenFromTheStockAreOversold() {
        ledger.onSale(BOOK);
        accept(new Order(1, 7, 4));
        accept(new Order(2, 7, 6));
        books.put(ISBN, withStock(6));

        assertThat(audit().oversold()).isEqualTo(6);
        assertThat(audit().isClean()).isFalse();
    }

    @Test
    void moreCopiesThanThereWereAreOversold() {
        ledger.onSale(BOOK);
        accept(new Order(1, 7, 7));
        accept(new Order(2, 7, 7));
        books.put(ISBN, withStock(0));

        assertThat(audit().oversold()).isEqualTo(4);
    }

    @Test
    void copiesThatAreGoneWithoutAnOrderAreLost() {
        ledger.onSale(BOOK);
        books.put(ISBN, withStock(7));

        assertThat(audit().lost()).singleElement().asString().contains("3 copies");
    }

    @Test
    void anOrderThatNobodyMadeIsFound() {
        ledger.onSale(BOOK);
        orders.put(1L, new Order(1, 7, 1));
        books.put(ISBN, withStock(9));

        assertThat(audit().unasked()).isOne();
        ledger.maybeOrdered(7);
        assertThat(audit().unasked()).isZero();
        assertThat(audit().made()).isOne();
    }

    private void accept(Order order) {
        ledger.ordered(order);
        orders.put(order.id(), order);
    }

    private static Book withStock(int stock) {
        return new Book(7, ISBN, "Title", "Author", 900, stock, 1);
    }

    private Audit audit() {
        return Audit.of(ledger, new Rows(books, orders));
    }
}
