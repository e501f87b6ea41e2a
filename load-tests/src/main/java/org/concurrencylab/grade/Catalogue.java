package org.concurrencylab.grade;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.concurrencylab.environment.Database;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.simulations.Isbn;

/**
 * The table books, as another process would change it: past the services, and knowing only the columns that the
 * repository that grades has.
 *
 * @param database that all contenders share
 */
record Catalogue(Database database) {

    private static final int ISBNS = 1_000_000_000;

    private static final String ADD = """
            insert into books (isbn, title, author, price_cents, stock)
            select isbn, title, 'A grader', ?, 10
            from unnest(?, ?) with ordinality as book (isbn, title, place)
            order by place
            returning id
            """;

    private static final String REPRICE =
            "update books set price_cents = ?, version = version + 1 where id = ? returning id";

    private static final String REMOVE = "delete from books where id = any (?) returning id";

    private static final String KEEP =
            "delete from books where id not in (select id from books order by id limit ?) returning id";

    private static final String CHEAPEST = "select id from books order by price_cents, id limit ?";

    private static final String STOCK = "select stock from books where id = ?";

    private static final String COUNT = "select count(*) from books";

    /** Adds books of one price; their numbers, which rise. */
    List<Long> add(List<String> titles, int priceCents) {
        String[] isbns = titles.stream()
                .map(title -> Isbn.ofCreated(ThreadLocalRandom.current().nextLong(ISBNS)))
                .toArray(String[]::new);
        return numbers(ADD, priceCents, isbns, titles.toArray(String[]::new));
    }

    /** Changes a price. */
    void reprice(long book, int priceCents) {
        numbers(REPRICE, priceCents, book);
    }

    /** Takes books out. */
    void remove(Collection<Long> books) {
        numbers(REMOVE, (Object) books.toArray(Long[]::new));
    }

    /** Takes all books out but so many, those with the lowest numbers. */
    void keep(int most) {
        numbers(KEEP, most);
    }

    /** How many books there are. */
    long count() {
        return numbers(COUNT).getFirst();
    }

    /** Copies of a book that are left. */
    long stock(long book) {
        return numbers(STOCK, book).getFirst();
    }

    /** The cheapest ones, by price, and by number where prices are equal. */
    List<Long> cheapest(int most) {
        return numbers(CHEAPEST, most);
    }

    private List<Long> numbers(String sql, Object... values) {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<Long> numbers = new ArrayList<>();
                while (rows.next()) {
                    numbers.add(rows.getLong(1));
                }
                return numbers;
            }
        } catch (SQLException e) {
            throw new LabFailure("The table books no longer takes what it took before: " + e.getMessage() + ".", e);
        }
    }
}
