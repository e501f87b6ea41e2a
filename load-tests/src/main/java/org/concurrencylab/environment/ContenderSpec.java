package org.concurrencylab.environment;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A contender as it is started: which packaging, and what is configured differently because of its concurrency model.
 * All else is the same for every contender.
 *
 * @param name as reports print it
 * @param application the packaging, relative to the project's folder unless it is absolute
 * @param settings configuration properties of this contender alone
 * @param jvmFlags flags that override those which all share; empty but where an experiment says so
 */
public record ContenderSpec(String name, String application, Map<String, String> settings, List<String> jvmFlags) {

    /** A contender with the flags that all share. */
    public ContenderSpec(String name, String application, Map<String, String> settings) {
        this(name, application, settings, List.of());
    }

    /** Blocking code on one worker thread, which also asks many sellers one after another. */
    public static final ContenderSpec SYNC = new ContenderSpec(
            "sync", "blocking-service/target/quarkus-app", Map.of("lab.workers", "1", "lab.fan-out-threads", "1"));

    /** Blocking code on a pool of worker threads. */
    public static final ContenderSpec THREADS =
            new ContenderSpec("threads", "blocking-service/target/quarkus-app", Map.of());

    /** The same code on virtual threads. */
    public static final ContenderSpec VIRTUAL =
            new ContenderSpec("virtual", "blocking-service/target/quarkus-app-virtual", Map.of());

    /** Reactive drivers on event loops. */
    public static final ContenderSpec REACTIVE =
            new ContenderSpec("reactive", "reactive-service/target/quarkus-app", Map.of());

    /** Those of {@code lab up} and of a plain {@code lab compare}, the reference of all ratios first. */
    public static final List<ContenderSpec> USUAL = List.of(THREADS, VIRTUAL, REACTIVE);

    /** About a tenth of what a request of the crud workload costs; it varies with the machine. */
    private static final String HANDICAP_MICROS = "25";

    private static final String PERSISTENCE = "lab.persistence";

    private static final List<ContenderSpec> WITH_HIBERNATE = List.of(SYNC, THREADS, VIRTUAL, REACTIVE);

    /** The folder of the packaging. */
    Path folder() {
        return LabHome.find().resolve(application);
    }

    /**
     * The contender of this name. Each of the four there are is also there as {@code <name>-driver}, and, to try what a
     * comparison makes of no difference and of a small one, as {@code <name>-again} and {@code <name>-slower}.
     *
     * @throws LabFailure when there is none
     */
    public static ContenderSpec named(String name) {
        List<ContenderSpec> all = Stream.of(
                        WITH_HIBERNATE.stream(),
                        WITH_HIBERNATE.stream().map(ContenderSpec::withDriver),
                        WITH_HIBERNATE.stream().map(ContenderSpec::again),
                        WITH_HIBERNATE.stream().map(ContenderSpec::slower))
                .flatMap(Function.identity())
                .toList();
        return all.stream()
                .filter(spec -> spec.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new LabFailure(
                                "There is no contender \"" + name
                                        + "\"; there are sync, threads, virtual and reactive, each also as NAME-driver, NAME-again and NAME-slower."));
    }

    /** The same concurrency model without Hibernate: what differs between the two is what the mapper costs. */
    public ContenderSpec withDriver() {
        return withSetting("driver", PERSISTENCE, "driver");
    }

    /** The same in a process of its own: whatever differs is chance. */
    public ContenderSpec again() {
        return new ContenderSpec(name + "-again", application, settings, jvmFlags);
    }

    /** The same, and each request costs 25 microseconds of CPU time more. */
    public ContenderSpec slower() {
        return withSetting("slower", "lab.handicap-micros", HANDICAP_MICROS);
    }

    /** The same with a pool of so many database connections. */
    public ContenderSpec withConnections(int connections) {
        return withSetting("pool-" + connections, "lab.database-connections", String.valueOf(connections));
    }

    /** The same with so many worker threads. */
    public ContenderSpec withWorkers(int workers) {
        return withSetting("workers-" + workers, "lab.workers", String.valueOf(workers));
    }

    /** The same with one setting more, under a name of its own. */
    public ContenderSpec withSetting(String suffix, String setting, String value) {
        return withSettings(suffix, Map.of(setting, value));
    }

    /** The same with some settings more, under a name of its own. */
    public ContenderSpec withSettings(String suffix, Map<String, String> more) {
        return new ContenderSpec(name + "-" + suffix, application, settingsAnd(more), jvmFlags);
    }

    /** The same with another heap than all contenders share, half of it for young objects as there. */
    public ContenderSpec withHeap(int mebibytes) {
        return new ContenderSpec(
                name,
                application,
                settings,
                List.of("-Xms" + mebibytes + "m", "-Xmx" + mebibytes + "m", "-Xmn" + mebibytes / 2 + "m"));
    }

    /** The same with more flags of its JVM. */
    public ContenderSpec withFlags(List<String> more) {
        return new ContenderSpec(
                name,
                application,
                settings,
                Stream.concat(jvmFlags.stream(), more.stream()).toList());
    }

    /** The same, with its database reached through another port of this machine. */
    public ContenderSpec withDatabaseAt(int port) {
        String url = "postgresql://127.0.0.1:" + port + "/postgres";
        return withDatabaseUrls("jdbc:" + url, url);
    }

    /** The same, and PostgreSQL knows its sessions by its name. */
    public ContenderSpec namedInDatabase(Database database) {
        return withDatabaseUrls(
                database.jdbcUrl() + "?ApplicationName=" + name, database.reactiveUrl() + "?application_name=" + name);
    }

    private ContenderSpec withDatabaseUrls(String jdbc, String reactive) {
        Map<String, String> urls =
                Map.of("quarkus.datasource.jdbc.url", jdbc, "quarkus.datasource.reactive.url", reactive);
        return new ContenderSpec(name, application, settingsAnd(urls), jvmFlags);
    }

    /** The same contender out of another copy of the project, with some settings more, under the same name. */
    public ContenderSpec builtIn(Path project, Map<String, String> more) {
        return new ContenderSpec(
                name, project.toAbsolutePath().resolve(application).toString(), settingsAnd(more), jvmFlags);
    }

    /**
     * The same for a life of a minute in which nothing is timed: too short to repay the second compiler's work.
     * Warnings of a blocked loop, 10 KB each, come twice a second and not fifty times, or they would fill a log within
     * seconds.
     */
    public ContenderSpec shortLived() {
        Map<String, String> warnings = Map.of("quarkus.vertx.warning-exception-time", "500ms");
        return new ContenderSpec(name, application, settingsAnd(warnings), jvmFlags)
                .withFlags(List.of("-XX:TieredStopAtLevel=1"));
    }

    private Map<String, String> settingsAnd(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(more);
        return Map.copyOf(all);
    }

    /** How it reaches the database: "hibernate" or "driver". */
    String persistence() {
        return settings.getOrDefault(PERSISTENCE, "hibernate");
    }
}
