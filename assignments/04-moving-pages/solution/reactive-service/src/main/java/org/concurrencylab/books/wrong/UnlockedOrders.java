package org.concurrencylab.books.wrong;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.BookInput;
import org.concurrencylab.api.Order;
import org.concurrencylab.api.wrong.Switch;
import org.concurrencylab.books.BookStore;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Orders as one writes them who thinks of one caller at a time ({@code lab.wrong.orders=unlocked}): read the stock,
 * look whether it suffices, write what is left. Of two that have read the same stock the second writes over what the
 * first has written, and copies are sold that nobody has. All else is as right as the store behind it.
 */
public final class UnlockedOrders implements BookStore {

    private static final String WRITE = "update BookEntity set stock = :stock, version = :version where id = :id";

    private static final String ORDER = "insert into orders (book_id, quantity) values (:id, :quantity) returning id";

    private final BookStore right;
    private final Mutiny.SessionFactory sessions;

    /** Orders of its own, over a store that is right. */
    public UnlockedOrders(BookStore right, Mutiny.SessionFactory sessions) {
        this.right = right;
        this.sessions = sessions;
    }

    /** Whether this value of {@code lab.wrong.orders} asks for it. Throws when it is none of the two there are. */
    public static boolean areAskedFor(String value) {
        return Switch.isOn("lab.wrong.orders", value, "locked", "unlocked");
    }

    @Override
    public Uni<Book> find(long id) {
        return right.find(id);
    }

    @Override
    public Uni<List<Book>> page(long after, int most) {
        return right.page(after, most);
    }

    @Override
    public Uni<List<Book>> cheapest(int price, long after, int most) {
        return right.cheapest(price, after, most);
    }

    @Override
    public Uni<Book> create(BookInput input) {
        return right.create(input);
    }

    @Override
    public Uni<Boolean> replace(long id, long version, BookInput input) {
        return right.replace(id, version, input);
    }

    @Override
    public Uni<Boolean> delete(long id, long version) {
        return right.delete(id, version);
    }

    @Override
    public Uni<Order> order(long id, int quantity) {
        return right.find(id).chain(read -> {
            if (read == null || read.stock() < quantity) {
                return Uni.createFrom().nullItem();
            }
            return write(read, quantity);
        });
    }

    /** Whatever the row is by now. */
    private Uni<Order> write(Book read, int quantity) {
        return sessions.withStatelessTransaction(session -> session.createMutationQuery(WRITE)
                .setParameter("stock", read.stock() - quantity)
                .setParameter("version", read.version() + 1)
                .setParameter("id", read.id())
                .executeUpdate()
                .chain(changed -> session.createNativeQuery(ORDER, Long.class)
                        .setParameter("id", read.id())
                        .setParameter("quantity", quantity)
                        .getSingleResult())
                .map(order -> new Order(order, read.id(), quantity)));
    }
}
