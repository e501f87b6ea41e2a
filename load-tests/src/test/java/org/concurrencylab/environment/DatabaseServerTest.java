package org.concurrencylab.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.concurrencylab.environment.DatabaseServer.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseServerTest {

    @TempDir
    private Path base;

    @Test
    void whatWasCommittedSurvivesEveryEndOfTheServer() throws SQLException {
        List<Long> last;
        try (Run run = TestRuns.begin(base)) {
            Database database = Database.startDurable(run);
            DatabaseServer server = new DatabaseServer(run, database);
            assertThat(database.settings())
                    .containsEntry("fsync", "on")
                    .containsEntry("synchronous_commit", "on")
                    .containsEntry("full_page_writes", "on");

            order(database);
            long before = database.pids().getFirst();
            server.restart(Stop.FAST);
            assertThat(orders(database)).isOne();
            assertThat(database.pids().getFirst()).isNotEqualTo(before);

            order(database);
            server.restart(Stop.IMMEDIATE);
            assertThat(orders(database)).isEqualTo(2);

            order(database);
            server.killAndStart();
            assertThat(orders(database)).isEqualTo(3);
            assertThat(database.settings()).containsEntry("fsync", "on");
            last = database.pids();
        }
        // Whoever started it last, it ends with the run.
        assertThat(last).isNotEmpty().allMatch(pid -> ProcessHandle.of(pid).isEmpty());
    }

    private static void order(Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into orders (book_id, quantity) values (1, 1)");
        }
    }

    private static long orders(Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from orders")) {
            row.next();
            return row.getLong(1);
        }
    }
}
