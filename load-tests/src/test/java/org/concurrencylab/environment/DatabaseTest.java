package org.concurrencylab.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private static Path base;

    private static Run run;
    private static Database database;

    @BeforeAll
    static void start() {
        run = TestRuns.begin(base);
        database = Database.start(run);
    }

    @AfterAll
    static void stop() {
        List<Long> pids = database.pids();
        run.close();
        assertThat(pids).isNotEmpty().allMatch(pid -> ProcessHandle.of(pid).isEmpty());
        assertThat(run.folder()).doesNotExist();
        assertThat(Ports.isFree(database.port())).isTrue();
    }

    @Test
    void resetRestoresTheSeed() throws SQLException {
        execute("delete from books where id > 10");
        execute("update books set stock = 0, version = 7");
        execute("insert into orders (book_id, quantity) values (1, 1)");

        database.reset();

        assertThat(number("select count(*) from books where stock = 1000000 and version = 0"))
                .isEqualTo(10_000);
        assertThat(number("select count(*) from orders")).isZero();
        assertThat(number("select nextval(pg_get_serial_sequence('orders', 'id'))"))
                .isEqualTo(1);
    }

    @Test
    void saysThatCommitsDoNotWaitForTheDisk() {
        assertThat(database.settings())
                .containsEntry("fsync", "off")
                .containsEntry("synchronous_commit", "off")
                .containsEntry("max_connections", "300");
        assertThat(database.version()).startsWith("18.");
    }

    @Test
    void pidsHoldOneProcessPerConnection() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            assertThat(database.pids()).hasSizeGreaterThan(2).contains(row.getLong(1));
        }
    }

    @Test
    void cpuTimeOfAnEndedConnectionIsNotLost() throws SQLException {
        ProcessSampler sampler = ProcessSampler.ofThisMachine();
        Double before = sampler.cpuMillis(database.pids());
        execute("select count(*) from generate_series(1, 3000000) where random() < 2");
        // The postmaster takes over an ended backend's time when it has noticed the end.
        assertThat(Await.until(() -> sampler.cpuMillis(database.pids()) > before + 50, PATIENCE))
                .isTrue();
    }

    @Test
    void refusesATakenPortInOneSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Database.start(run, taken.getLocalPort()))
                    .isInstanceOf(LabFailure.class)
                    .hasMessage(
                            "Port " + taken.getLocalPort() + ", needed by PostgreSQL, is taken by another program.");
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
