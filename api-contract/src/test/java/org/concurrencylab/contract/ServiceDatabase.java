package org.concurrencylab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The database of a service under {@code @QuarkusTest}, for tests that hold the service up in it. */
final class ServiceDatabase {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String WAITING = """
            select count(*)
            from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'
            """;

    private ServiceDatabase() {}

    /** A connection of the test's own. */
    static Connection connect() throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }

    /** Returns once so many statements wait for a lock. */
    static void awaitWaiting(int statements) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (Connection database = connect();
                PreparedStatement count = database.prepareStatement(WAITING)) {
            while (waiting(count) < statements) {
                assertThat(System.nanoTime())
                        .as("time until %d statements wait", statements)
                        .isLessThan(deadline);
                Thread.sleep(10);
            }
        }
    }

    private static int waiting(PreparedStatement count) throws SQLException {
        try (ResultSet rows = count.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
