package org.concurrencylab.parity;

import static org.concurrencylab.parity.Permitted.BLOCKING;
import static org.concurrencylab.parity.Permitted.REACTIVE;
import static org.concurrencylab.parity.ServiceTree.POM;
import static org.concurrencylab.parity.ServiceTree.PROPERTIES;

import java.util.List;
import java.util.stream.Stream;

/** A change to one place of one service, and a part of each drift that must come of it. */
record OneChange(
        String description, String service, String path, String old, String replacement, List<String> expected) {

    private static final String STORE = ServiceTree.BOOKS + "BookStore.java";
    private static final String RESOURCE = ServiceTree.BOOKS + "BookResource.java";
    private static final String GATEWAY = ServiceTree.BOOKS + "SellerGateway.java";
    private static final String RUNTIME = ServiceTree.BOOKS + "RuntimeResource.java";
    private static final String CONFIG = ServiceTree.BOOKS + "LabConfig.java";
    private static final String ENTITY = ServiceTree.BOOKS + "BookEntity.java";
    private static final String TIMEOUTS = DriverSettings.SETTERS;
    private static final String PGJDBC = "quarkus.datasource.jdbc.additional-jdbc-properties.";

    ServiceTree in(ServiceTree tree) {
        return tree.replacing(path, old, replacement);
    }

    @Override
    public String toString() {
        return description;
    }

    static Stream<OneChange> all() {
        return Stream.of(java(), threads(), settings(), poms()).flatMap(List::stream);
    }

    private static List<OneChange> java() {
        return List.of(
                change("a renamed method", REACTIVE, STORE, "Uni<Boolean> delete(", "Uni<Boolean> remove(")
                        .gives(
                                "method delete is in blocking-service only",
                                "method remove is in reactive-service only"),
                change(
                                "a parameter of another type",
                                REACTIVE,
                                STORE,
                                "Uni<Order> order(long id, int quantity)",
                                "Uni<Order> order(long id, long quantity)")
                        .gives("the parameters of method order: [long id, int quantity] in blocking-service"),
                change(
                                "an annotation of a parameter that is gone",
                                REACTIVE,
                                RESOURCE,
                                "@NotNull @Valid OrderInput",
                                "@Valid OrderInput")
                        .gives("the parameters of method order"),
                change("a result of another type", REACTIVE, STORE, "Uni<Book> find(", "Uni<List<Book>> find(")
                        .gives(
                                "the type of method find: Book in blocking-service, Uni<List<Book>> in reactive-service"),
                change("an annotation of a method that is gone", REACTIVE, GATEWAY, "    @Bulkhead\n", "")
                        .gives("the annotations of method quote: [@Bulkhead, @CircuitBreaker"),
                change("another path", BLOCKING, RESOURCE, "{id}/offer\"", "{id}/offer-of-today\"")
                        .gives("the annotations of method offer"),
                change(
                                "an annotation of the same name from elsewhere",
                                BLOCKING,
                                GATEWAY,
                                "import jakarta.enterprise.context.ApplicationScoped;",
                                "import jakarta.faces.bean.ApplicationScoped;")
                        .gives("the import of ApplicationScoped"),
                change("another query", BLOCKING, STORE, "stock >= :quantity", "stock > :quantity")
                        .gives("the value of field TAKE"),
                change(
                                "another name of a query's parameter",
                                REACTIVE,
                                STORE,
                                ".setParameter(\"after\"",
                                ".setParameter(\"from\"")
                        .gives("the strings in method page"),
                change(
                                "a blocking session in the reactive service",
                                REACTIVE,
                                STORE,
                                "private final Mutiny.SessionFactory sessions",
                                "private final SessionFactory sessions")
                        .gives("the type of field sessions"),
                change("a method that anyone may call", BLOCKING, STORE, "    Book find(", "    public Book find(")
                        .gives("the modifiers of method find"),
                change("an entity that differs in one byte", REACTIVE, ENTITY, "/**", "/** ")
                        .gives("BookEntity.java must have the same bytes"),
                change(
                                "another default of a knob",
                                REACTIVE,
                                CONFIG,
                                "@WithDefault(\"hibernate\")",
                                "@WithDefault(\"driver\")")
                        .gives("LabConfig.java must have the same bytes", "the annotations of method persistence"));
    }

    private static List<OneChange> threads() {
        return List.of(
                change(
                                "a Uni in the blocking service",
                                BLOCKING,
                                RESOURCE,
                                "public Offer offer(",
                                "public Uni<Offer> offer(")
                        .gives("method offer of BookResource in blocking-service returns a Uni"),
                change(
                                "a resource that contender virtual would run on workers",
                                BLOCKING,
                                RESOURCE,
                                "@RunOnVirtualThread\n",
                                "")
                        .gives("BookResource in blocking-service lacks @RunOnVirtualThread"),
                change("a request that would leave the event loop", REACTIVE, RUNTIME, "@NonBlocking\n", "")
                        .gives("method facts of RuntimeResource in reactive-service returns no Uni"),
                change(
                                "a virtual thread in the reactive service",
                                REACTIVE,
                                RUNTIME,
                                "@NonBlocking\n",
                                "@RunOnVirtualThread\n")
                        .gives(
                                "the annotations of RuntimeResource",
                                "method facts of RuntimeResource in reactive-service returns no Uni"));
    }

    private static List<OneChange> settings() {
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

    private static List<OneChange> poms() {
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

    private static OneChange change(String description, String service, String path, String old, String replacement) {
        return new OneChange(description, service, path, old, replacement, List.of());
    }

    private OneChange gives(String... drifts) {
        return new OneChange(description, service, path, old, replacement, List.of(drifts));
    }
}
