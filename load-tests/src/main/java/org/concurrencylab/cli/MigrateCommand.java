package org.concurrencylab.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.Migration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code lab migrate}: schema and books for a database that the lab did not start, such as the one in a cluster. The
 * password is read from the environment, where other users of the machine do not see it.
 */
@Command(
        name = "migrate",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = "Bring schema and books into a PostgreSQL database; its password is in PGPASSWORD.")
public final class MigrateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "JDBC-URL", description = "Such as jdbc:postgresql://localhost:5432/lab")
    private String url;

    @Option(names = "--user", defaultValue = "postgres", description = "Default: ${DEFAULT-VALUE}")
    private String user;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "How long to wait for the database (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!url.startsWith("jdbc:postgresql://")) {
            throw new picocli.CommandLine.ParameterException(
                    spec.commandLine(), "'" + url + "' is no URL such as jdbc:postgresql://localhost:5432/lab");
        }
        String password = String.valueOf(System.getenv().getOrDefault("PGPASSWORD", ""));
        await(password);
        int made = Migration.of(url, user, password);
        spec.commandLine().getOut().println(made == 0 ? "nothing to migrate" : made + " migrations made");
        return 0;
    }

    /** Waits until the database takes connections. */
    private void await(String password) {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        while (true) {
            try (Connection connection = DriverManager.getConnection(url, user, password)) {
                return;
            } catch (SQLException e) {
                if (System.nanoTime() > end) {
                    throw new LabFailure("The database at " + url + " takes no connection: " + e.getMessage() + ".", e);
                }
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(500));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabFailure("The wait for the database was interrupted.", e);
        }
    }
}
