package org.concurrencylab.grade;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.concurrencylab.environment.Database;
import org.concurrencylab.environment.LabFailure;

/**
 * Holds the row of one book, so that whoever writes it waits, and nobody who reads it. Orders that race are then sure
 * to meet, however fast or slow the machine is.
 */
final class RowLock implements AutoCloseable {

    private static final String LOCK = "select stock from books where id = ? for update";

    private static final String WAITING = """
            select count(*)
            from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'
            """;

    private final Connection holder;
    private final Connection observer;

    private RowLock(Connection holder, Connection observer) {
        this.holder = holder;
        this.observer = observer;
    }

    static RowLock take(Database database, long book) {
        try {
            RowLock lock = new RowLock(database.connect(), database.connect());
            lock.holder.setAutoCommit(false);
            try (PreparedStatement statement = lock.holder.prepareStatement(LOCK)) {
                statement.setLong(1, book);
                statement.execute();
            }
            return lock;
        } catch (SQLException e) {
            throw new LabFailure("Cannot lock a row: " + e.getMessage() + ".", e);
        }
    }

    /** Sessions of the database that wait for a lock now, this one or another. */
    int waiting() {
        try (Statement statement = observer.createStatement();
                ResultSet rows = statement.executeQuery(WAITING)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new LabFailure("Cannot see who waits: " + e.getMessage() + ".", e);
        }
    }

    /** Gives the row free. */
    @Override
    public void close() {
        try (holder;
                observer) {
            holder.rollback();
        } catch (SQLException e) {
            throw new LabFailure("Cannot give a row free: " + e.getMessage() + ".", e);
        }
    }
}
