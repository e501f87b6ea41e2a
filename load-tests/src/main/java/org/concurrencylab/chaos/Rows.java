package org.concurrencylab.chaos;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.Order;
import org.concurrencylab.environment.Database;
import org.concurrencylab.environment.LabFailure;

/**
 * What the database holds.
 *
 * @param books by ISBN
 * @param orders by number
 */
record Rows(Map<String, Book> books, Map<Long, Order> orders) {

    private static final String BOOKS = "select id, isbn, title, author, price_cents, stock, version from books";
    private static final String ORDERS = "select id, book_id, quantity from orders";

    /** Reads all of it. */
    static Rows of(Database database) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            Map<String, Book> books = new HashMap<>();
            try (ResultSet row = statement.executeQuery(BOOKS)) {
                while (row.next()) {
                    books.put(row.getString("isbn"), book(row));
                }
            }
            Map<Long, Order> orders = new HashMap<>();
            try (ResultSet row = statement.executeQuery(ORDERS)) {
                while (row.next()) {
                    long id = row.getLong("id");
                    orders.put(id, new Order(id, row.getLong("book_id"), row.getInt("quantity")));
                }
            }
            return new Rows(books, orders);
        } catch (SQLException e) {
            throw new LabFailure("Cannot compare the ledger with the database: " + e.getMessage() + ".", e);
        }
    }

    private static Book book(ResultSet row) throws SQLException {
        return new Book(
                row.getLong("id"),
                row.getString("isbn"),
                row.getString("title"),
                row.getString("author"),
                row.getInt("price_cents"),
                row.getInt("stock"),
                row.getLong("version"));
    }
}
