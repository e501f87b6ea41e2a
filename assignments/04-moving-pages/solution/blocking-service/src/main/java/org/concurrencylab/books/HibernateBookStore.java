package org.concurrencylab.books;

import java.util.List;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.BookInput;
import org.concurrencylab.api.Order;
import org.hibernate.SessionFactory;

/** Books and orders through Hibernate's stateless sessions. Every change is a transaction. */
final class HibernateBookStore implements BookStore {

    private static final String PAGE = "from BookEntity where id > :after order by id";

    /** The first comparison is one that an index can begin at. */
    private static final String CHEAPEST = """
            from BookEntity
            where priceCents >= :price and (priceCents > :price or id > :after)
            order by priceCents, id
            """;

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

    HibernateBookStore(SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Book find(long id) {
        BookEntity row = sessions.fromStatelessSession(session -> session.get(BookEntity.class, id));
        return BookEntity.toBook(row);
    }

    @Override
    public List<Book> page(long after, int most) {
        List<BookEntity> rows =
                sessions.fromStatelessSession(session -> session.createSelectionQuery(PAGE, BookEntity.class)
                        .setParameter("after", after)
                        .setMaxResults(most)
                        .getResultList());
        return rows.stream().map(BookEntity::toBook).toList();
    }

    @Override
    public List<Book> cheapest(int price, long after, int most) {
        List<BookEntity> rows =
                sessions.fromStatelessSession(session -> session.createSelectionQuery(CHEAPEST, BookEntity.class)
                        .setParameter("price", price)
                        .setParameter("after", after)
                        .setMaxResults(most)
                        .getResultList());
        return rows.stream().map(BookEntity::toBook).toList();
    }

    @Override
    public Book create(BookInput input) {
        BookEntity row = BookEntity.of(input);
        sessions.fromStatelessTransaction(session -> session.insert(row));
        return BookEntity.toBook(row);
    }

    @Override
    public boolean replace(long id, long version, BookInput input) {
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

    @Override
    public boolean delete(long id, long version) {
        int changed = sessions.fromStatelessTransaction(session -> session.createMutationQuery(DELETE)
                .setParameter("id", id)
                .setParameter("version", version)
                .executeUpdate());
        return changed == 1;
    }

    @Override
    public Order order(long id, int quantity) {
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
