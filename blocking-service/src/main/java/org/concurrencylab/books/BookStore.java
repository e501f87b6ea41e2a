package org.concurrencylab.books;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.BookInput;
import org.concurrencylab.api.Order;
import org.hibernate.SessionFactory;

/**
 * Books and orders in PostgreSQL. Changes name the version they are based on; null or false says that no row fitted.
 */
@ApplicationScoped
class BookStore {

    private static final String PAGE = "from BookEntity where id > :after order by id";

    private static final String REPLACE = """
            update BookEntity
            set isbn = :isbn, title = :title, author = :author, priceCents = :priceCents, stock = :stock,
                version = version + 1
            where id = :id and version = :version
            """;

    private static final String DELETE = "delete from BookEntity where id = :id and version = :version";

    /** One statement that checks and takes, so that two orders can never take the same copy. */
    private static final String TAKE = """
            update BookEntity
            set stock = stock - :quantity, version = version + 1
            where id = :id and stock >= :quantity
            """;

    private final SessionFactory sessions;

    BookStore(SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** The book, or null. */
    Book find(long id) {
        BookEntity row = sessions.fromStatelessSession(session -> session.get(BookEntity.class, id));
        return BookEntity.toBook(row);
    }

    /** At most so many books with ids greater than the one given, in the order of their ids. */
    List<Book> page(long after, int most) {
        List<BookEntity> rows =
                sessions.fromStatelessSession(session -> session.createSelectionQuery(PAGE, BookEntity.class)
                        .setParameter("after", after)
                        .setMaxResults(most)
                        .getResultList());
        return rows.stream().map(BookEntity::toBook).toList();
    }

    /** The new book at version 0. */
    Book create(BookInput input) {
        BookEntity row = BookEntity.of(input);
        sessions.fromStatelessTransaction(session -> session.insert(row));
        return BookEntity.toBook(row);
    }

    /** Whether the book was at that version, and so was replaced. */
    boolean replace(long id, long version, BookInput input) {
        int changed = sessions.fromStatelessTransaction(session -> session.createMutationQuery(REPLACE)
                .setParameter("id", id)
                .setParameter("version", version)
                .setParameter("isbn", input.isbn())
                .setParameter("title", input.title())
                .setParameter("author", input.author())
                .setParameter("priceCents", input.priceCents())
                .setParameter("stock", input.stock())
                .executeUpdate());
        return changed == 1;
    }

    /** Whether the book was at that version, and so was deleted. */
    boolean delete(long id, long version) {
        int changed = sessions.fromStatelessTransaction(session -> session.createMutationQuery(DELETE)
                .setParameter("id", id)
                .setParameter("version", version)
                .executeUpdate());
        return changed == 1;
    }

    /** The order, with its copies taken from the stock; null when fewer are left or the book is gone. */
    Order order(long id, int quantity) {
        OrderEntity row = OrderEntity.of(id, quantity);
        return sessions.fromStatelessTransaction(session -> {
            int changed = session.createMutationQuery(TAKE)
                    .setParameter("id", id)
                    .setParameter("quantity", quantity)
                    .executeUpdate();
            if (changed == 0) {
                return null;
            }
            session.insert(row);
            return row.toOrder();
        });
    }
}
