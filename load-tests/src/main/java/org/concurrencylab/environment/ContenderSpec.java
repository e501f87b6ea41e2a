package org.concurrencylab.environment;

import java.util.List;
import java.util.Map;

/**
 * A contender as it is started: which packaging, and what is configured differently because of its concurrency model.
 * All else is the same for every contender.
 *
 * @param name as reports print it
 * @param application the packaging, relative to the project's folder
 * @param settings configuration properties of this contender alone
 */
public record ContenderSpec(String name, String application, Map<String, String> settings) {

    /** Blocking code on one worker thread. */
    public static final ContenderSpec SYNC =
            new ContenderSpec("sync", "blocking-service/target/quarkus-app", Map.of("lab.workers", "1"));

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

    /**
     * The contender of this name.
     *
     * @throws LabFailure when there is none
     */
    public static ContenderSpec named(String name) {
        return List.of(SYNC, THREADS, VIRTUAL, REACTIVE).stream()
                .filter(spec -> spec.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new LabFailure(
                        "There is no contender \"" + name + "\"; there are sync, threads, virtual and reactive."));
    }
}
