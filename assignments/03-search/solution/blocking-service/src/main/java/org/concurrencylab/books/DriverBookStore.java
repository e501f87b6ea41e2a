package org.concurrencylab.books;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.BookInput;
import org.concurrencylab.api.Order;
import org.concurrencylab.api.http.DatabaseFailure;
import org.postgresql.util.PSQLException;

/**
 * Books and orders through the driver alone: what {@link HibernateBookStore} costs more is the mapper's. A statement by
 * itself is its own transaction.
 */
final class DriverBookStore implements BookStore {

    private static final String FIND = """
            select id, isbn, title, author, price_cents, stock, version
            from books
            where id = ?
            """;

    private static final String PAGE = """
            select id, isbn, title, author, price_cents, stock, version
            from books
            where id > ?
            order by id
            limit ?
            """;

    private static final String SEARCH = """
            select id, isbn, title, author, price_cents, stock, version
            from books
            where lower(title) like lower(?) escape '!' and id > ?
            order by id
            limit ?
            """;

    private static final String CREATE = """
            insert into books (isbn, title, author, price_cents, stock, version)
            values (?, ?, ?, ?, ?, 0)
            returning id
            """;

    private static final String REPLACE = """
            update books
            set isbn = ?, title = ?, author = ?, price_cents = ?, stock = ?, version = version + 1
            where id = ? and version = ?
            """;

    private static final String DELETE = "delete from books where id = ? and version = ?";

    /** One statement that checks and takes, so that two orders can never take the same copy. */
    private static final String TAKE = """
            update books
            set stock = stock - ?, version = version + 1
            where id = ? and stock >= ?
            """;

    private static final String ORDER = "insert into orders (book_id, quantity) values (?, ?) returning id";

    private final DataSource pool;

    DriverBookStore(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public Book find(long id) {
        List<Book> rows = withConnection(client -> query(client, FIND, DriverBookStore::toBook, id));
        return rows.isEmpty() ? null : rows.getFirst();
    }

    @Override
    public List<Book> page(long after, int most) {
        return withConnection(client -> query(client, PAGE, DriverBookStore::toBook, after, most));
    }

    @Override
    public List<Book> search(String pattern, long after, int most) {
        return withConnection(client -> query(client, SEARCH, DriverBookStore::toBook, pattern, after, most));
    }

    @Override
    public Book create(BookInput input) {
        Object[] values = {input.isbn(), input.title(), input.author(), input.priceCents(), input.stock()};
        List<Long> ids = withConnection(client -> query(client, CREATE, DriverBookStore::toId, values));
        return created(ids.getFirst(), input);
    }

    @Override
    public boolean replace(long id, long version, BookInput input) {
        Object[] values = {input.isbn(), input.title(), input.author(), input.priceCents(), input.stock(), id, version};
        int changed = withConnection(client -> update(client, REPLACE, values));
        return changed == 1;
    }

    @Override
    public boolean delete(long id, long version) {
        int changed = withConnection(client -> update(client, DELETE, id, version));
        return changed == 1;
    }

    @Override
    public Order order(long id, int quantity) {
        return withTransaction(client -> {
            int changed = update(client, TAKE, quantity, id, quantity);
            if (changed == 0) {
                return null;
            }
            List<Long> ids = query(client, ORDER, DriverBookStore::toId, id, quantity);
            return new Order(ids.getFirst(), id, quantity);
        });
    }

    private static Book created(long id, BookInput input) {
        return new Book(id, input.isbn(), input.title(), input.author(), input.priceCents(), input.stock(), 0);
    }

    private static long toId(ResultSet row) throws SQLException {
        return row.getLong("id");
    }

    private static Book toBook(ResultSet row) throws SQLException {
        return new Book(
                row.getLong("id"),
                row.getString("isbn"),
                row.getString("title"),
                row.getString("author"),
                row.getInt("price_cents"),
                row.getInt("stock"),
                row.getLong("version"));
    }

    private static <T> List<T> query(Connection client, String sql, Reader<T> reader, Object... values)
            throws SQLException {
        try (PreparedStatement statement = client.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (rows.next()) {
                    read.add(reader.read(rows));
                }
                return read;
            }
        }
    }

    private static int update(Connection client, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = client.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private <T> T withConnection(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private <T> T withTransaction(Work<T> work) {
        return withConnection(connection -> {
            connection.setAutoCommit(false);
            try {
                T result = work.with(connection);
                connection.commit();
                return result;
            } finally {
                // After a commit nothing is left to undo, and the driver sends nothing. Without it the pool, which
                // turns auto-commit on again, would commit what a failure has left.
                connection.rollback();
            }
        });
    }

    private static DatabaseFailure failure(SQLException e) {
        String constraint = e instanceof PSQLException refused && refused.getServerErrorMessage() != null
                ? refused.getServerErrorMessage().getConstraint()
                : null;
        return new DatabaseFailure(e.getSQLState(), constraint, e);
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
