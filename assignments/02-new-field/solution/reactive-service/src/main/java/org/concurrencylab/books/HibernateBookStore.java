package org.concurrencylab.books;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.BookInput;
import org.concurrencylab.api.Order;
import org.hibernate.reactive.mutiny.Mutiny;

/** Books and orders through Hibernate's stateless sessions. Every change is a transaction. */
final class HibernateBookStore implements BookStore {

    private static final String PAGE = "from BookEntity where id > :after order by id";

    private static final String REPLACE = """
            update BookEntity
            set isbn = :isbn, title = :title, author = :author, publicationYear = :publicationYear,
                priceCents = :priceCents, stock = :stock, version = version + 1
            where id = :id and version = :version
            """;

    private static final String DELETE = "delete from BookEntity where id = :id and version = :version";

    /** One statement that checks and takes, so that two orders can never take the same copy. */
    private static final String TAKE = """
            update BookEntity
            set stock = stock - :quantity, version = version + 1
            where id = :id and stock >= :quantity
            """;

    private final Mutiny.SessionFactory sessions;

    HibernateBookStore(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Book> find(long id) {
        return sessions.withStatelessSession(session -> session.get(BookEntity.class, id))
                .map(row -> BookEntity.toBook(row));
    }

    @Override
    public Uni<List<Book>> page(long after, int most) {
        return sessions.withStatelessSession(session -> session.createSelectionQuery(PAGE, BookEntity.class)
                        .setParameter("after", after)
                        .setMaxResults(most)
                        .getResultList())
                .map(rows -> rows.stream().map(BookEntity::toBook).toList());
    }

    @Override
    public Uni<Book> create(BookInput input) {
        BookEntity row = BookEntity.of(input);
        return sessions.withStatelessTransaction(session -> session.insert(row))
                .map(inserted -> BookEntity.toBook(row));
    }

    @Override
    public Uni<Boolean> replace(long id, long version, BookInput input) {
        return sessions.withStatelessTransaction(session -> session.createMutationQuery(REPLACE)
                        .setParameter("id", id)
                        .setParameter("version", version)
                        .setParameter("isbn", input.isbn())
                        .setParameter("title", input.title())
                        .setParameter("author", input.author())
                        .setParameter("publicationYear", input.publicationYear())
                        .setParameter("priceCents", input.priceCents())
                        .setParameter("stock", input.stock())
                        .executeUpdate())
                .map(changed -> changed == 1);
    }

    @Override
    public Uni<Boolean> delete(long id, long version) {
        return sessions.withStatelessTransaction(session -> session.createMutationQuery(DELETE)
                        .setParameter("id", id)
                        .setParameter("version", version)
                        .executeUpdate())
                .map(changed -> changed == 1);
    }

    @Override
    public Uni<Order> order(long id, int quantity) {
        OrderEntity row = OrderEntity.of(id, quantity);
        return sessions.withStatelessTransaction(session -> session.createMutationQuery(TAKE)
                .setParameter("id", id)
                .setParameter("quantity", quantity)
                .executeUpdate()
                .chain(changed -> {
                    if (changed == 0) {
                        return Uni.createFrom().nullItem();
                    }
                    return session.insert(row).map(inserted -> row.toOrder());
                }));
    }
}
