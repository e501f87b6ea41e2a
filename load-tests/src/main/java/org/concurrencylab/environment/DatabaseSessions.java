package org.concurrencylab.environment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Counts PostgreSQL's sessions that are at work: as many as a service's pool has connections say that it is full. */
public final class DatabaseSessions implements AutoCloseable {

    private static final String BUSY = """
            select count(*) from pg_stat_activity
            where backend_type = 'client backend' and state <> 'idle' and pid <> pg_backend_pid()
            """;

    private static final String NAMED = """
            select count(*) from pg_stat_activity where backend_type = 'client backend' and application_name = ?
            """;

    private final Connection connection;
    private final PreparedStatement busy;
    private final PreparedStatement named;

    /** @throws LabFailure when the database does not answer */
    public DatabaseSessions(Database database) {
        try {
            connection = database.connect();
            busy = connection.prepareStatement(BUSY);
            named = connection.prepareStatement(NAMED);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Sessions that run a statement or are in a transaction at this moment. */
    public int busy() {
        return count(busy);
    }

    /** Sessions of a program that gave this name, at work or not; see {@link ContenderSpec#namedInDatabase}. */
    public int of(String application) {
        try {
            named.setString(1, application);
        } catch (SQLException e) {
            throw failed(e);
        }
        return count(named);
    }

    private static int count(PreparedStatement question) {
        try (ResultSet row = question.executeQuery()) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static LabFailure failed(SQLException e) {
        return new LabFailure("Cannot ask PostgreSQL for its sessions: " + e.getMessage() + ".", e);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // The server is gone, and the session with it.
        }
    }
}
