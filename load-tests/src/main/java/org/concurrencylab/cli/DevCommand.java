package org.concurrencylab.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.concurrencylab.environment.Database;
import org.concurrencylab.environment.LabHome;
import org.concurrencylab.environment.LabProcess;
import org.concurrencylab.environment.Leftovers;
import org.concurrencylab.environment.Ports;
import org.concurrencylab.environment.Run;
import org.concurrencylab.environment.SellersProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab dev}: one service in Quarkus's dev mode, with database and sellers. */
@Command(
        name = "dev",
        description = "Run one service with live reload, beside the database and the sellers.",
        mixinStandardHelpOptions = true)
final class DevCommand implements Callable<Integer> {

    /** The services there are. */
    enum Service {
        blocking("threads"),
        reactive("reactive");

        private final String contender;

        Service(String contender) {
            this.contender = contender;
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SERVICE", description = "Which one: ${COMPLETION-CANDIDATES}.")
    private Service service;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Where the service listens (default: ${DEFAULT-VALUE}).")
    private int port;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Leftovers.ofThisUser().reap().forEach(out::println);
        Ports.requireFree(port, "the service (choose another with --port)");
        int management = Ports.free();
        try (Run run = Run.begin()) {
            out.println("Starting PostgreSQL and the sellers ...");
            out.flush();
            Database database = Database.start(run);
            SellersProcess sellers = SellersProcess.start(run);
            out.printf("  service    http://127.0.0.1:%d/books%n", port);
            out.printf("  health     http://127.0.0.1:%d/q/health  /q/metrics%n", management);
            out.printf("  sellers    %s/control%n", sellers.url());
            out.printf("  database   psql postgresql://%s@127.0.0.1:%d/postgres%n", database.user(), database.port());
            out.flush();
            return LabProcess.startInForeground(run, "dev mode", command(), environment(database, sellers, management))
                    .waitFor();
        }
    }

    private List<String> command() {
        String maven = System.getenv().getOrDefault("LAB_MVN", "mvn");
        return List.of(
                maven,
                "-f",
                LabHome.find().resolve("pom.xml").toString(),
                "-q",
                "--no-transfer-progress",
                "-Dquarkus.analytics.disabled=true",
                "-pl",
                service + "-service",
                "-am",
                "test-compile",
                "quarkus:dev");
    }

    /** Variables, not system properties: Maven hands them on to the JVM that it starts. */
    private Map<String, String> environment(Database database, SellersProcess sellers, int management) {
        return Map.of(
                "LAB_CONTENDER", service.contender,
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_HTTP_PORT", String.valueOf(port),
                "QUARKUS_MANAGEMENT_PORT", String.valueOf(management),
                "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                "QUARKUS_DATASOURCE_REACTIVE_URL", database.reactiveUrl(),
                "QUARKUS_DATASOURCE_USERNAME", database.user(),
                "QUARKUS_DATASOURCE_PASSWORD", database.password(),
                "QUARKUS_REST_CLIENT_SELLERS_URL", sellers.url().toString());
    }
}
