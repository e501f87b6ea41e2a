package org.concurrencylab.books;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import java.util.List;
import java.util.function.Function;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.BookInput;
import org.concurrencylab.api.Order;
import org.concurrencylab.api.http.DatabaseFailure;

/**
 * Books and orders through the driver alone: what {@link HibernateBookStore} costs more is the mapper's. A statement by
 * itself is its own transaction.
 */
final class DriverBookStore implements BookStore {

    private static final String FIND = """
            select id, isbn, title, author, price_cents, stock, version
            from books
            where id = $1
            """;

    private static final String PAGE = """
            select id, isbn, title, author, price_cents, stock, version
            from books
            where id > $1
            order by id
            limit $2
            """;

    private static final String CHEAPEST = """
            select id, isbn, title, author, price_cents, stock, version
            from books
            where (price_cents, id) > ($1, $2)
            order by price_cents, id
            limit $3
            """;

    private static final String CREATE = """
            insert into books (isbn, title, author, price_cents, stock, version)
            values ($1, $2, $3, $4, $5, 0)
            returning id
            """;

    private static final String REPLACE = """
            update books
            set isbn = $1, title = $2, author = $3, price_cents = $4, stock = $5, version = version + 1
            where id = $6 and version = $7
            """;

    private static final String DELETE = "delete from books where id = $1 and version = $2";

    /** One statement that checks and takes, so that two orders can never take the same copy. */
    private static final String TAKE = """
            update books
            set stock = stock - $1, version = version + 1
            where id = $2 and stock >= $3
            """;

    private static final String ORDER = "insert into orders (book_id, quantity) values ($1, $2) returning id";

    private final Pool pool;

    DriverBookStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Book> find(long id) {
        return withConnection(client -> query(client, FIND, DriverBookStore::toBook, id))
                .map(rows -> rows.isEmpty() ? null : rows.getFirst());
    }

    @Override
    public Uni<List<Book>> page(long after, int most) {
        return withConnection(client -> query(client, PAGE, DriverBookStore::toBook, after, most));
    }

    @Override
    public Uni<List<Book>> cheapest(int price, long after, int most) {
        return withConnection(client -> query(client, CHEAPEST, DriverBookStore::toBook, price, after, most));
    }

    @Override
    public Uni<Book> create(BookInput input) {
        Object[] values = {input.isbn(), input.title(), input.author(), input.priceCents(), input.stock()};
        return withConnection(client -> query(client, CREATE, DriverBookStore::toId, values))
                .map(ids -> created(ids.getFirst(), input));
    }

    @Override
    public Uni<Boolean> replace(long id, long version, BookInput input) {
        Object[] values = {input.isbn(), input.title(), input.author(), input.priceCents(), input.stock(), id, version};
        return withConnection(client -> update(client, REPLACE, values)).map(changed -> changed == 1);
    }

    @Override
    public Uni<Boolean> delete(long id, long version) {
        return withConnection(client -> update(client, DELETE, id, version)).map(changed -> changed == 1);
    }

    @Override
    public Uni<Order> order(long id, int quantity) {
        return withTransaction(client -> update(client, TAKE, quantity, id, quantity)
                .chain(changed -> {
                    if (changed == 0) {
                        return Uni.createFrom().nullItem();
                    }
                    return query(client, ORDER, DriverBookStore::toId, id, quantity)
                            .map(ids -> new Order(ids.getFirst(), id, quantity));
                }));
    }

    private static Book created(long id, BookInput input) {
        return new Book(id, input.isbn(), input.title(), input.author(), input.priceCents(), input.stock(), 0);
    }

    private static long toId(Row row) {
        return row.getLong("id");
    }

    private static Book toBook(Row row) {
        return new Book(
                row.getLong("id"),
                row.getString("isbn"),
                row.getString("title"),
                row.getString("author"),
                row.getInteger("price_cents"),
                row.getInteger("stock"),
                row.getLong("version"));
    }

    private static <T> Uni<List<T>> query(SqlClient client, String sql, Function<Row, T> reader, Object... values) {
        return client.preparedQuery(sql)
                .mapping(reader)
                .execute(Tuple.from(values))
                .map(rows -> rows.stream().toList());
    }

    private static Uni<Integer> update(SqlClient client, String sql, Object... values) {
        return client.preparedQuery(sql).execute(Tuple.from(values)).map(rows -> rows.rowCount());
    }

    /** The pool takes a connection for one statement and gives it back. */
    private <T> Uni<T> withConnection(Function<SqlClient, Uni<T>> work) {
        return work.apply(pool).onFailure(PgException.class).transform(e -> failure(e));
    }

    private <T> Uni<T> withTransaction(Function<SqlClient, Uni<T>> work) {
        return pool.withTransaction(client -> work.apply(client))
                .onFailure(PgException.class)
                .transform(e -> failure(e));
    }

    private static DatabaseFailure failure(PgException e) {
        return new DatabaseFailure(e.getSqlState(), e.getConstraint(), e);
    }
}
