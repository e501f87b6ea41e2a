package org.concurrencylab.parity;

import static org.concurrencylab.parity.Permitted.BLOCKING;
import static org.concurrencylab.parity.Permitted.REACTIVE;

import java.util.List;
import java.util.stream.Stream;

/** A change to one place of one service, and a part of each drift that must come of it. */
record OneChange(
        String description, String service, String path, String old, String replacement, List<String> expected) {

    private static final String STORE = ServiceTree.BOOKS + "HibernateBookStore.java";
    private static final String DRIVER = ServiceTree.BOOKS + "DriverBookStore.java";
    private static final String PERSISTENCE = ServiceTree.BOOKS + "Persistence.java";
    private static final String RESOURCE = ServiceTree.BOOKS + "BookResource.java";
    private static final String GATEWAY = ServiceTree.BOOKS + "SellerGateway.java";
    private static final String RUNTIME = ServiceTree.BOOKS + "RuntimeResource.java";
    private static final String CONFIG = ServiceTree.BOOKS + "LabConfig.java";
    private static final String ENTITY = ServiceTree.BOOKS + "BookEntity.java";

    ServiceTree in(ServiceTree tree) {
        return tree.replacing(path, old, replacement);
    }

    @Override
    public String toString() {
        return description;
    }

    static Stream<OneChange> all() {
        return Stream.of(
                        java(),
                        driver(),
                        threads(),
                        WorkChanges.covers(),
                        WorkChanges.forecasts(),
                        SettingChanges.settings(),
                        SettingChanges.poms())
                .flatMap(List::stream);
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
                change("an annotation of a method that is gone", REACTIVE, RESOURCE, "    @Path(\"{id}/offer\")\n", "")
                        .gives("the annotations of method offer: [@GET, @Path"),
                change("another path", BLOCKING, RESOURCE, "{id}/offer\"", "{id}/offer-of-today\"")
                        .gives("the annotations of method offer"),
                change(
                                "an annotation of the same name from elsewhere",
                                BLOCKING,
                                GATEWAY,
                                "import jakarta.enterprise.context.ApplicationScoped;",
                                "import jakarta.faces.bean.ApplicationScoped;")
                        .gives("the import of ApplicationScoped"),
                change(
                                "another query",
                                BLOCKING,
                                STORE,
                                "from BookEntity where id > :after",
                                "from BookEntity where id >= :after")
                        .gives("the value of field PAGE"),
                change(
                                "another name of a query's parameter",
                                REACTIVE,
                                STORE,
                                ".setParameter(\"after\"",
                                ".setParameter(\"behind\"")
                        .gives("the strings in method page"),
                change(
                                "a blocking session in the reactive service",
                                REACTIVE,
                                STORE,
                                "private final Mutiny.SessionFactory sessions",
                                "private final SessionFactory sessions")
                        .gives("the type of field sessions"),
                change(
                                "a method that is no longer public",
                                BLOCKING,
                                RUNTIME,
                                "    public RuntimeFacts",
                                "    RuntimeFacts")
                        .gives("the modifiers of method facts"),
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

    private static List<OneChange> driver() {
        return List.of(
                change(
                                "a method that one driver's store lacks",
                                REACTIVE,
                                DRIVER,
                                "Boolean> delete(",
                                "Boolean> remove(")
                        .gives(
                                "method delete is in blocking-service only",
                                "method remove is in reactive-service only"),
                change(
                                "another statement",
                                REACTIVE,
                                DRIVER,
                                "delete from books where id = $1",
                                "delete from books where id >= $1")
                        .gives("the value of field DELETE"),
                change(
                                "a statement that takes its values in another order",
                                REACTIVE,
                                DRIVER,
                                "values ($1, $2)",
                                "values ($2, $1)")
                        .gives("the value of field ORDER"),
                change("a statement with one column less", BLOCKING, DRIVER, "author = ?, ", "")
                        .gives("the value of field REPLACE"),
                change("another column", BLOCKING, DRIVER, "row.getInt(\"stock\")", "row.getInt(\"price_cents\")")
                        .gives("the strings in method toBook"),
                change(
                                "a blocking pool in the reactive service",
                                REACTIVE,
                                DRIVER,
                                "private final Pool pool",
                                "private final DataSource pool")
                        .gives("the type of field pool"),
                change(
                                "an exception that the driver does not force",
                                BLOCKING,
                                DRIVER,
                                "private <T> T withTransaction(Work<T> work) {",
                                "private <T> T withTransaction(Work<T> work) throws IOException {")
                        .gives("the modifiers of method withTransaction"),
                change(
                                "a helper of one service that is not permitted",
                                BLOCKING,
                                DRIVER,
                                "private static void bind(",
                                "private static void set(")
                        .gives("method set is in blocking-service only"),
                change("a choice by another name", REACTIVE, PERSISTENCE, "case \"driver\"", "case \"client\"")
                        .gives("the strings in method of"),
                change("a choice that waits for the first request", REACTIVE, PERSISTENCE, "    @Startup\n", "")
                        .gives("the annotations of method books"));
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

    static OneChange change(String description, String service, String path, String old, String replacement) {
        return new OneChange(description, service, path, old, replacement, List.of());
    }

    OneChange gives(String... drifts) {
        return new OneChange(description, service, path, old, replacement, List.of(drifts));
    }
}
