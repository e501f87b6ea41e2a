package org.concurrencylab.parity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every difference between the services' sources that the concurrency model forces, each with its reason. */
final class Permitted {

    /** A file that both services have, and whose declarations are each service's own. */
    record OwnFile(String name, String reason) {}

    /** What the blocking service has where the reactive one has something else. */
    record Pair(String blocking, String reactive, String reason) {}

    /** Types and members that one service has where the other has none. */
    record OneSided(String file, String service, Set<String> declared, String reason) {}

    /** An annotation that one service has where the other has none. */
    record OneSidedAnnotation(String service, String annotation, String reason) {}

    /** A string within a method that differs. */
    record DifferentString(String file, String method, String blocking, String reactive, String reason) {}

    static final String BLOCKING = "blocking-service";
    static final String REACTIVE = "reactive-service";

    static final List<OwnFile> OWN_FILES = List.of(
            new OwnFile(
                    "DatabaseTimeouts.java",
                    "Bounds that no property of the driver sets, or not at a fair price; DriverSettings holds them equal."),
            new OwnFile("SellerFanOut.java", "How many calls are waited for at once is the concurrency model itself."),
            new OwnFile("SellerFanOutTest.java", "It tests that."),
            new OwnFile("Covers.java", "Files: a thread waits for them in the JDK's way, an event loop has Vert.x's."));

    static final Set<String> IDENTICAL_JAVA = Set.of(
            "BookEntity.java",
            "OrderEntity.java",
            "LabConfig.java",
            "SellerCall.java",
            "SwitchesTest.java",
            "SwitchesOffTest.java",
            "SwitchesOnTest.java",
            "ContractTest.java",
            "CoverFilesTest.java",
            "DriverContractTest.java",
            "PersistenceTest.java");

    static final List<Pair> TYPES = List.of(
            new Pair("SessionFactory", "Mutiny.SessionFactory", "Hibernate Reactive's session never blocks."),
            new Pair("DataSource", "Pool", "The same pool as Hibernate's, of either driver."),
            new Pair("Connection", "SqlClient", "The Vert.x pool runs a statement as its connections do."),
            new Pair("ResultSet", "Row", "JDBC reads rows while the connection is held."),
            new Pair("SQLException", "PgException", "What each driver throws."),
            new Pair("InputStream", "HttpServerRequest", "A body that streams in."),
            new Pair("Work<T>", "Function<SqlClient, Uni<T>>", "What is done on a connection."),
            new Pair("Reader<T>", "Function<Row, T>", "What is done with a row."));

    /** JDBC's failures are checked, those of the Vert.x client arrive in the Uni. */
    static final String CHECKED_IN_BLOCKING = "throws SQLException";

    /** Where values go into a statement: JDBC knows question marks only, PostgreSQL's own protocol numbers only. */
    static final Set<String> PLACEHOLDERS = Set.of("DriverBookStore.java");

    static final List<OneSided> ONE_SIDED = List.of(
            new OneSided(
                    "DriverBookStore.java",
                    BLOCKING,
                    Set.of("type DriverBookStore.Work", "type DriverBookStore.Reader"),
                    "No function of the JDK may throw an SQLException."),
            new OneSided(
                    "DriverBookStore.java",
                    BLOCKING,
                    Set.of("method bind"),
                    "JDBC takes a statement's values one by one, the Vert.x client all at once."),
            new OneSided(
                    "Forecaster.java",
                    BLOCKING,
                    Set.of("field turns", "the constructor", "method awaitTurn"),
                    "A thread waits for its turn; an executor keeps a queue."),
            new OneSided(
                    "Forecaster.java",
                    REACTIVE,
                    Set.of("field threads", "field workers", "the constructor", "method stop"),
                    "A request that runs on an event loop must compute elsewhere."));

    static final List<OneSidedAnnotation> ANNOTATIONS = List.of(
            new OneSidedAnnotation(BLOCKING, "@RunOnVirtualThread", "Contender virtual is packaged from this source."),
            new OneSidedAnnotation(
                    REACTIVE, "@NonBlocking", "A method that returns no Uni would otherwise run on a worker thread."),
            new OneSidedAnnotation(
                    REACTIVE,
                    "@Cancellable(false)",
                    "A thread goes on when its caller has left; a Uni would be cancelled, amid its transaction too."),
            new OneSidedAnnotation(REACTIVE, "@Context", "A body that streams in is the request, not its entity."));

    static final List<DifferentString> STRINGS = List.of(new DifferentString(
            "RuntimeResource.java", "facts", "virtual", "event-loop", "It names the kind of thread that served."));

    static final List<Pair> DEPENDENCIES = List.of(
            new Pair("quarkus-hibernate-orm", "quarkus-hibernate-reactive", "JDBC blocks, the reactive one does not."),
            new Pair("quarkus-jdbc-postgresql", "quarkus-reactive-pg-client", "The driver below it."));

    /** Settings outside the marked section whose values differ. */
    static final Map<String, String> SETTINGS = Map.of(
            "lab.contender", "It names the process in reports.",
            "quarkus.http.port", "Both run on one machine.",
            "quarkus.management.port", "Both run on one machine.");

    private Permitted() {}

    static boolean own(String file) {
        return OWN_FILES.stream().anyMatch(permitted -> permitted.name().equals(file));
    }

    static String reactiveType(String blocking) {
        return reactiveOf(TYPES, blocking);
    }

    /** The modifiers of a member of blocking-service without the exceptions that its driver forces. */
    static String reactiveModifiers(String blocking) {
        return blocking.replace(CHECKED_IN_BLOCKING, "throws ");
    }

    /** The value of a field, its question marks numbered where they stand for the values of a statement. */
    static String reactiveValue(String file, String blocking) {
        if (!PLACEHOLDERS.contains(file)) {
            return blocking;
        }
        AtomicInteger number = new AtomicInteger();
        return Pattern.compile("\\?").matcher(blocking).replaceAll(mark -> "\\$" + number.incrementAndGet());
    }

    static List<String> withoutOneSided(String service, String file, List<String> declared) {
        return declared.stream()
                .filter(name -> ONE_SIDED.stream()
                        .noneMatch(permitted -> permitted.service().equals(service)
                                && permitted.file().equals(file)
                                && permitted.declared().contains(name)))
                .toList();
    }

    /** Whether each service may have such a member that the other has not, and so both theirs. */
    static boolean isEachOnesOwn(String file, String member) {
        return Stream.of(BLOCKING, REACTIVE)
                .allMatch(service ->
                        withoutOneSided(service, file, List.of(member)).isEmpty());
    }

    static String reactiveDependency(String blocking) {
        return reactiveOf(DEPENDENCIES, blocking);
    }

    static List<String> withoutOneSided(String service, List<String> annotations) {
        return annotations.stream()
                .filter(annotation -> ANNOTATIONS.stream()
                        .noneMatch(permitted -> permitted.service().equals(service)
                                && permitted.annotation().equals(annotation)))
                .toList();
    }

    /** A parameter's annotations and name. */
    static String withoutOneSided(String service, String parameter) {
        String common = parameter;
        for (OneSidedAnnotation permitted : ANNOTATIONS) {
            if (permitted.service().equals(service)) {
                common = common.replace(permitted.annotation() + " ", "");
            }
        }
        return common;
    }

    static List<String> reactiveStrings(String file, String method, List<String> blocking) {
        return blocking.stream()
                .map(string -> STRINGS.stream()
                        .filter(permitted -> permitted.file().equals(file)
                                && permitted.method().equals(method)
                                && permitted.blocking().equals(string))
                        .map(DifferentString::reactive)
                        .findFirst()
                        .orElse(string))
                .toList();
    }

    private static String reactiveOf(List<Pair> pairs, String blocking) {
        return pairs.stream()
                .filter(pair -> pair.blocking().equals(blocking))
                .map(Pair::reactive)
                .findFirst()
                .orElse(blocking);
    }
}
