package org.concurrencylab.parity;

import static org.concurrencylab.parity.OneChange.change;
import static org.concurrencylab.parity.Permitted.BLOCKING;
import static org.concurrencylab.parity.Permitted.REACTIVE;
import static org.concurrencylab.parity.ServiceTree.POM;
import static org.concurrencylab.parity.ServiceTree.PROPERTIES;

import java.util.List;

/** Changes to the settings and the pom of one service. */
final class SettingChanges {

    private static final String TIMEOUTS = DriverSettings.SETTERS;
    private static final String PGJDBC = "quarkus.datasource.jdbc.additional-jdbc-properties.";

    private SettingChanges() {}

    static List<OneChange> settings() {
        return List.of(
                change(
                                "a larger pool",
                                BLOCKING,
                                PROPERTIES,
                                "jdbc.max-size=${lab.database-connections}",
                                "jdbc.max-size=50")
                        .gives("most connections: 50 in blocking-service, 20 in reactive-service"),
                change("a larger knob", REACTIVE, PROPERTIES, "lab.workers=200", "lab.workers=400")
                        .gives("lab.workers: 200 in blocking-service, 400 in reactive-service"),
                change("a longer connect timeout", BLOCKING, PROPERTIES, "connectTimeout=2", "connectTimeout=3")
                        .gives("the connect timeout: PT3S in blocking-service, PT2S in reactive-service"),
                change("a connect timeout left to its default", BLOCKING, PROPERTIES, PGJDBC + "connectTimeout=2\n", "")
                        .gives("the connect timeout cannot be told in blocking-service"),
                change("a shorter wait", BLOCKING, TIMEOUTS, "databaseSocketTimeout()", "databaseConnectTimeout()")
                        .gives("the socket timeout: PT2S in blocking-service, PT10S in reactive-service"),
                change(
                                "a socket timeout no longer made in Java",
                                REACTIVE,
                                TIMEOUTS,
                                "        server.setTcpUserTimeout((int) lab.databaseSocketTimeout().toMillis());\n",
                                "")
                        .gives("the socket timeout cannot be told in reactive-service"),
                change("a timeout in another unit", REACTIVE, TIMEOUTS, "TimeUnit.MILLISECONDS)", "TimeUnit.SECONDS)")
                        .gives("the unit of that wait"),
                change(
                                "another knob",
                                REACTIVE,
                                TIMEOUTS,
                                "lab.databaseConnectTimeout()",
                                "lab.databaseSocketTimeout()")
                        .gives("the connect timeout: PT2S in blocking-service, PT10S in reactive-service"),
                change(
                                "a shorter statement timeout",
                                BLOCKING,
                                PROPERTIES,
                                "statement_timeout=5s",
                                "statement_timeout=500")
                        .gives("the statement timeout: PT0.5S in blocking-service, PT5S in reactive-service"),
                change(
                                "statements that are no longer cached",
                                REACTIVE,
                                PROPERTIES,
                                "cache-prepared-statements=true",
                                "cache-prepared-statements=false")
                        .gives("the caching of prepared statements: true in blocking-service, false"),
                change(
                                "statements that are prepared late",
                                BLOCKING,
                                PROPERTIES,
                                "prepareThreshold=1",
                                "prepareThreshold=5")
                        .gives("the caching of prepared statements: false in blocking-service, true"),
                change(
                                "a setting of one driver",
                                REACTIVE,
                                PROPERTIES,
                                "# -- end",
                                "quarkus.datasource.reactive.pipelining-limit=64\n# -- end")
                        .gives("pipelining-limit of reactive-service has no counterpart"),
                change("a setting that is there twice", BLOCKING, PROPERTIES, "# -- end", "lab.workers=100\n# -- end")
                        .gives(
                                "lab.workers is set twice in blocking-service",
                                "lab.workers of blocking-service has no counterpart"),
                change(
                                "a comment",
                                BLOCKING,
                                PROPERTIES,
                                "# openapi.yaml in api-contract",
                                "# The openapi.yaml in api-contract")
                        .gives("the order or the comments outside the marked section differ"),
                change(
                                "a switch that would undo the second packaging",
                                BLOCKING,
                                PROPERTIES,
                                "lab.contender=threads",
                                "lab.contender=threads\nquarkus.virtual-threads.enabled=true")
                        .gives(
                                "quarkus.virtual-threads.enabled: true in blocking-service, nothing",
                                "must not be set in blocking-service"));
    }

    static List<OneChange> poms() {
        return List.of(
                change(
                                "a dependency more",
                                BLOCKING,
                                POM,
                                "  </dependencies>\n\n  <build>",
                                "    <dependency>\n<groupId>g</groupId>\n<artifactId>extra</artifactId></dependency>\n  </dependencies>\n\n  <build>")
                        .gives("pom.xml, dependencies: extra (groupId g) is in blocking-service only"),
                change(
                                "another scope",
                                REACTIVE,
                                POM,
                                "<artifactId>quarkus-junit</artifactId>\n      <scope>test</scope>",
                                "<artifactId>quarkus-junit</artifactId>")
                        .gives(
                                "quarkus-junit (groupId io.quarkus, scope test) is in blocking",
                                "quarkus-junit (groupId io.quarkus) is in reactive"),
                change(
                                "a blocking driver in the reactive service",
                                REACTIVE,
                                POM,
                                "quarkus-reactive-pg-client",
                                "quarkus-jdbc-postgresql")
                        .gives(
                                "quarkus-reactive-pg-client (groupId io.quarkus) is in blocking",
                                "quarkus-jdbc-postgresql (groupId io.quarkus) is in reactive"));
    }
}
