package org.concurrencylab.environment;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The PostgreSQL server that all contenders share, without Docker: started in the run's folder, with the schema and
 * 10,000 books, and thrown away with the run. It therefore gives durability up (see {@link #settings()}); every
 * contender gains from that alike.
 */
public final class Database implements AutoCloseable {

    /** How many books there are after {@link #reset()}, numbered from 1. */
    static final int BOOKS = 10_000;

    private static final String NAME = "postgres";
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);
    private static final String SETTINGS = """
            select name, current_setting(name) from pg_settings
            where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers', 'max_connections',
                           'autovacuum', 'max_wal_size')
            order by name""";

    private final Path data;
    private final int port;

    private Database(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    static Path dataFolder(Path run) {
        return run.resolve("postgresql");
    }

    /** Starts it on a free port. */
    public static Database start(Run run) {
        try {
            return start(run, Ports.free());
        } catch (PortLost e) {
            return start(run, Ports.free());
        }
    }

    /**
     * Starts it on this port, migrates the schema and seeds the books.
     *
     * @throws LabFailure when the port is taken or the server does not start
     */
    public static Database start(Run run, int port) {
        if (!Ports.isFree(port)) {
            throw new PortLost(port, null);
        }
        Path data = dataFolder(run.folder());
        Database database = run.open(() -> new Database(data, port));
        try {
            PostgresBinaries.startServer(builder(run, data, port), run.folder().getParent());
            database.migrate();
            database.execute("analyze books, orders", "checkpoint");
            return database;
        } catch (IOException | RuntimeException | SQLException e) {
            throw failure(run, port, e);
        }
    }

    private static EmbeddedPostgres.Builder builder(Run run, Path data, int port) {
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(run.log("postgresql").toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setPort(port)
                // The run closes it, in its place among the other parts.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(STARTS_WITHIN)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_connections", "300")
                // Both would strike one contender's slice and spare another's; reset() does their work between blocks.
                .setServerConfig("autovacuum", "off")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("checkpoint_timeout", "1h")
                .setServerConfig("listen_addresses", "127.0.0.1")
                // A socket file in the machine's temporary folder would outlive a kill -9.
                .setServerConfig("unix_socket_directories", "");
    }

    private static LabFailure failure(Run run, int port, Exception e) {
        List<String> log;
        try (Stream<String> lines = Files.lines(run.log("postgresql"))) {
            log = lines.filter(line -> line.contains("FATAL") || line.contains("ERROR") || line.contains("could not"))
                    .toList();
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            log = List.of();
        }
        if (log.stream().anyMatch(line -> line.contains("Address already in use"))) {
            return new PortLost(port, e);
        }
        String reason = log.isEmpty() ? String.valueOf(e.getMessage()) : log.getLast();
        return new LabFailure(
                "PostgreSQL does not start: " + reason.strip() + " (log: " + run.log("postgresql") + ").", e);
    }

    private void migrate() {
        Migration.of(jdbcUrl(), user(), password());
    }

    /**
     * Makes the migrations of another copy of the project that are still to be made, with fresh statistics.
     *
     * @param migrations the folder that holds them, those that were made here among them
     * @throws LabFailure when one fails, or when one that was made before reads otherwise there
     */
    public void migrate(Path migrations) {
        Migration.of(jdbcUrl(), user(), password(), "filesystem:" + migrations.toAbsolutePath());
        try {
            execute("analyze books, orders");
        } catch (SQLException e) {
            throw new LabFailure("Cannot analyze the tables: " + e.getMessage() + ".", e);
        }
    }

    /** For JDBC, without user and password. */
    public String jdbcUrl() {
        return "jdbc:" + reactiveUrl();
    }

    /** For the Vert.x client, and for psql. */
    public String reactiveUrl() {
        return "postgresql://127.0.0.1:" + port + "/" + NAME;
    }

    /** The user, who may do everything. */
    public String user() {
        return "postgres";
    }

    /** Any password will do; drivers want one. */
    public String password() {
        return "postgres";
    }

    /** Its TCP port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** The same 10,000 books as at the start and no orders, with fresh statistics and no dead rows. */
    public void reset() {
        try {
            execute("call seed_books(" + BOOKS + ")", "vacuum analyze books, orders", "checkpoint");
        } catch (SQLException e) {
            throw new LabFailure("Cannot reset the database: " + e.getMessage() + ".", e);
        }
    }

    /**
     * Settings that say what the figures are worth, whether or not they differ from PostgreSQL's defaults: with
     * {@code fsync} and {@code synchronous_commit} off a commit does not wait for the disk.
     */
    public Map<String, String> settings() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SETTINGS)) {
            Map<String, String> settings = new TreeMap<>();
            while (rows.next()) {
                settings.put(rows.getString(1), rows.getString(2));
            }
            return settings;
        } catch (SQLException e) {
            throw new LabFailure("Cannot read PostgreSQL's settings: " + e.getMessage() + ".", e);
        }
    }

    /** The server's version, e.g. "18.6". */
    public String version() {
        try (Connection connection = connect()) {
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new LabFailure("Cannot read PostgreSQL's version: " + e.getMessage() + ".", e);
        }
    }

    /** The postmaster first, then the processes it started, one per connection among them. They come and go. */
    public List<Long> pids() {
        return postmaster().stream()
                .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.children()))
                .map(ProcessHandle::pid)
                .toList();
    }

    /** A new connection, for whoever has to look into the tables. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), user(), password());
    }

    /** Stops the server at once; the run deletes its data. */
    @Override
    public void close() {
        postmaster().ifPresent(MarkedProcesses::endPostmaster);
    }

    private Optional<ProcessHandle> postmaster() {
        try (Stream<String> lines = Files.lines(data.resolve("postmaster.pid"))) {
            return lines.findFirst()
                    .map(String::strip)
                    .map(Long::parseLong)
                    .flatMap(ProcessHandle::of)
                    .filter(ProcessHandle::isAlive);
        } catch (IOException | java.io.UncheckedIOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Somebody took the port between our look at it and the server's start. */
    private static final class PortLost extends LabFailure {
        PortLost(int port, Throwable cause) {
            super("Port " + port + ", needed by PostgreSQL, is taken by another program.", cause);
        }
    }
}
