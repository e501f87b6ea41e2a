package org.concurrencylab.books;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.postgresql.jdbc.PgConnection;

/**
 * Ends a wait for PostgreSQL that no property of this driver bounds at a fair price: its socketTimeout arms a timer at
 * each read, which cost virtual threads 13 % of the CPU time of a read by id (load-tests/README.md). Here one thread
 * looks at all of them.
 */
@Singleton
class DatabaseTimeouts implements AgroalPoolInterceptor {

    private static final Logger LOG = Logger.getLogger(DatabaseTimeouts.class);

    private final Map<PgConnection, Long> inUseSince = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("database-timeouts").factory());
    private final long longestNanos;

    DatabaseTimeouts(LabConfig lab) {
        longestNanos = lab.databaseSocketTimeout().toNanos();
        clock.scheduleWithFixedDelay(this::abortOverdue, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        inUseSince.put(driversOwn(connection), System.nanoTime());
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        inUseSince.remove(driversOwn(connection));
    }

    @Override
    public void onConnectionDestroy(Connection connection) {
        inUseSince.remove(driversOwn(connection));
    }

    /** The pool wraps a connection anew each time, and its wrapper's abort() does not reach the driver. */
    private static PgConnection driversOwn(Connection connection) {
        try {
            return connection.unwrap(PgConnection.class);
        } catch (SQLException e) {
            throw new IllegalStateException("The pool holds connections of another driver", e);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        clock.shutdownNow();
    }

    private void abortOverdue() {
        long now = System.nanoTime();
        inUseSince.forEach((connection, since) -> {
            if (now - since > longestNanos && inUseSince.remove(connection, since)) {
                abort(connection);
            }
        });
    }

    private static void abort(PgConnection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException | RuntimeException e) {
            LOG.warn("A connection to PostgreSQL that had hung could not be closed", e);
        }
    }
}
