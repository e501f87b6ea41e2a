package org.concurrencylab.books;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
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
        driversOwn(connection).ifPresent(own -> inUseSince.put(own, System.nanoTime()));
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        driversOwn(connection).ifPresent(inUseSince::remove);
    }

    @Override
    public void onConnectionDestroy(Connection connection) {
        driversOwn(connection).ifPresent(inUseSince::remove);
    }

    /**
     * The pool wraps a connection anew each time, and its wrapper's abort() does not reach the driver. A connection
     * that has been lost meanwhile does not unwrap; to throw then would keep the pool from replacing it, and its entry
     * goes when it is overdue.
     */
    private static Optional<PgConnection> driversOwn(Connection connection) {
        try {
            return Optional.of(connection.unwrap(PgConnection.class));
        } catch (SQLException lost) {
            return Optional.empty();
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
