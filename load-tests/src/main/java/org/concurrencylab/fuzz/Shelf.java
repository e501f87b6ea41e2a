package org.concurrencylab.fuzz;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.concurrencylab.environment.Database;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.fuzz.Ledger.Stock;

/** The tables that a service writes to. */
interface Shelf {

    /** How much there is. */
    Stock stock();

    /** One text for the whole content of all books: equal books have equal texts. */
    String content();

    /** Those of a database. Both methods throw {@link LabFailure} when it cannot be read. */
    static Shelf of(Database database) {
        return new Shelf() {
            @Override
            public Stock stock() {
                return ask(
                        database,
                        "select count(*), (select count(*) from orders), coalesce(sum(version), 0) from books",
                        row -> new Stock(row.getLong(1), row.getLong(2), row.getLong(3)));
            }

            @Override
            public String content() {
                return ask(
                        database,
                        "select md5(string_agg(b::text, '|' order by id)) from books b",
                        row -> row.getString(1));
            }
        };
    }

    /** Reads a row. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> T ask(Database database, String question, Reader<T> reader) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return reader.read(row);
        } catch (SQLException e) {
            throw new LabFailure("Cannot read the books: " + e.getMessage() + ".", e);
        }
    }
}
