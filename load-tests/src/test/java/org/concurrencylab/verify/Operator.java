package org.concurrencylab.verify;

import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.concurrencylab.environment.Await;
import org.concurrencylab.environment.Database;

/** Holds rows of the database, so that orders wait in their transactions, and counts what came of them. */
final class Operator implements AutoCloseable {

    /** Longer than anything here takes. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Connection connection;
    private final Statement sql;

    Operator(Database database) throws SQLException {
        connection = database.connect();
        sql = connection.createStatement();
    }

    /** One copy of a book. */
    static HttpRequest order(URI service, int book) {
        return HttpRequest.newBuilder(service.resolve("/books/" + book + "/orders"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"quantity\":1}"))
                .timeout(PATIENCE)
                .build();
    }

    /** From now on what it holds it holds until {@link #commit} or {@link #rollback}. */
    void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    void execute(String statement) throws SQLException {
        sql.execute(statement);
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    int number(String query) {
        try (ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** Until so many wait for what it holds; what does not come to hold shows in the outcome. */
    void awaitWaiting(int sessions) {
        Await.until(
                () -> number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'") == sessions,
                PATIENCE);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
