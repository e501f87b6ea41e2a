package org.concurrencylab.environment;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;

/** How the server of a run is started. */
final class PostgresSettings {

    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);

    private PostgresSettings() {}

    /**
     * @param durable whether a commit waits for the disk; where it does not, the data are worth nothing after a crash
     */
    static EmbeddedPostgres.Builder builder(Run run, Path data, int port, boolean durable) {
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(run.log("postgresql").toFile());
        String durability = durable ? "on" : "off";
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setPort(port)
                // The run closes it, in its place among the other parts.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(STARTS_WITHIN)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setServerConfig("fsync", durability)
                .setServerConfig("synchronous_commit", durability)
                .setServerConfig("full_page_writes", durability)
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
}
