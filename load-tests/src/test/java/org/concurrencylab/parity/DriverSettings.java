package org.concurrencylab.parity;

import static org.concurrencylab.parity.Reading.FROM_FIRST_USE;
import static org.concurrencylab.parity.Reading.MILLISECONDS;
import static org.concurrencylab.parity.Reading.SECONDS;
import static org.concurrencylab.parity.Reading.STATEMENT_TIMEOUT_OPTION;
import static org.concurrencylab.parity.Reading.TEXT;

import java.util.List;

/** The settings that must be there, and which of them mean the same in another spelling. */
final class DriverSettings {

    /** Where a service says what a setting is. */
    sealed interface Source permits Key, Setter, Fixed {}

    /** A line of application.properties. */
    record Key(String key, Reading reading) implements Source {}

    /**
     * A call with one argument, or an assignment, in {@code DatabaseTimeouts.java}.
     *
     * @param conversion the method of Duration that turns a {@code lab} setting into the unit that is wanted there
     */
    record Setter(String name, String conversion) implements Source {
        Setter(String name) {
            this(name, "toMillis");
        }
    }

    /** A value that the other service's driver always has. */
    record Fixed(String value) implements Source {}

    /** One setting of both drivers. */
    record Equal(String meaning, Source blocking, Source reactive) {}

    /** Two keys of one service that must hold one value. */
    record Coupled(String knob, Reading knobReading, String key, Reading keyReading) {}

    static final String SETTERS = ServiceTree.BOOKS + "DatabaseTimeouts.java";

    private static final String JDBC = "quarkus.datasource.jdbc.";
    private static final String PGJDBC = JDBC + "additional-jdbc-properties.";
    private static final String VERTX = "quarkus.datasource.reactive.";
    private static final String SELLERS = "quarkus.rest-client.sellers.";

    /** Every key of the marked section stands in this table, so that none is set on one side only. */
    static final List<Equal> EQUAL = List.of(
            new Equal("most connections", new Key(JDBC + "max-size", TEXT), new Key(VERTX + "max-size", TEXT)),
            // The Vert.x pool opens connections when they are needed and keeps them all.
            new Equal("connections kept", new Key(JDBC + "min-size", TEXT), new Key(VERTX + "max-size", TEXT)),
            new Equal(
                    "the wait for a connection",
                    new Key(JDBC + "acquisition-timeout", SECONDS),
                    new Setter("setConnectionTimeout")),
            new Equal(
                    "the unit of that wait",
                    new Fixed("TimeUnit.MILLISECONDS"),
                    new Setter("setConnectionTimeoutUnit")),
            new Equal(
                    "the connect timeout",
                    new Key(PGJDBC + "connectTimeout", SECONDS),
                    new Setter("setConnectTimeout")),
            new Equal("the socket timeout", new Setter("longestNanos", "toNanos"), new Setter("setTcpUserTimeout")),
            new Equal("TCP keep-alive", new Key(PGJDBC + "tcpKeepAlive", TEXT), new Setter("setTcpKeepAlive")),
            new Equal(
                    "the statement timeout",
                    new Key(PGJDBC + "options", STATEMENT_TIMEOUT_OPTION),
                    new Key(VERTX + "additional-properties.statement_timeout", MILLISECONDS)),
            new Equal(
                    "the caching of prepared statements",
                    new Key(PGJDBC + "prepareThreshold", FROM_FIRST_USE),
                    new Key(VERTX + "cache-prepared-statements", TEXT)),
            new Equal(
                    "the prepared statements kept",
                    new Key(PGJDBC + "preparedStatementCacheQueries", TEXT),
                    new Setter("setPreparedStatementCacheMaxSize")));

    static final List<Coupled> COUPLED =
            List.of(new Coupled("lab.seller-timeout", SECONDS, SELLERS + "read-timeout", MILLISECONDS));

    /** A default may differ between versions and drivers; what bounds the measured load is written down. */
    static final List<String> EXPLICIT = List.of(
            "lab.workers",
            "lab.event-loops",
            "lab.database-connections",
            "lab.database-acquisition-timeout",
            "lab.database-connect-timeout",
            "lab.database-socket-timeout",
            "lab.database-statement-cache",
            "lab.seller-connections",
            "lab.seller-timeout",
            "lab.fan-out-threads",
            "lab.fan-out-queue",
            "lab.fan-out-timeout",
            "lab.body-limit",
            "lab.cover-timeout",
            "quarkus.http.accept-backlog",
            "quarkus.http.idle-timeout",
            "quarkus.http.limits.max-body-size",
            "quarkus.http.read-timeout",
            "quarkus.rest.input-buffer-size",
            "quarkus.vertx.event-loops-pool-size",
            // Without it the socket timeout of reactive-service has no effect.
            "quarkus.vertx.prefer-native-transport",
            "quarkus.thread-pool.core-threads",
            "quarkus.thread-pool.max-threads",
            SELLERS + "connect-timeout",
            SELLERS + "read-timeout",
            SELLERS + "connection-pool-size");

    /** A line in application.properties would win over the two packagings of blocking-service. */
    static final List<String> FORBIDDEN = List.of("quarkus.virtual-threads.enabled");

    private DriverSettings() {}
}
