package org.concurrencylab.chaos;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.concurrencylab.environment.LabFailure;

/** Somebody holds a lock that every statement needs, for longer than a statement may take. */
record PoolExhausted() implements Fault {

    /** Longer than statement_timeout and the longest wait for a connection, which are 5 s. */
    private static final Duration LASTS = Duration.ofSeconds(6);

    @Override
    public String name() {
        return "pool-exhausted";
    }

    @Override
    public String does() {
        return "a lock on the table of books keeps every connection of the pool busy for 6 s, longer than any wait";
    }

    @Override
    public long strike(Scene scene) throws InterruptedException {
        try (Connection operator = scene.database().connect();
                Statement sql = operator.createStatement()) {
            operator.setAutoCommit(false);
            sql.execute("lock table books in access exclusive mode");
            Scene.last(LASTS);
            operator.rollback();
            return System.nanoTime();
        } catch (SQLException e) {
            throw new LabFailure("Cannot lock the table of books: " + e.getMessage() + ".", e);
        }
    }
}
