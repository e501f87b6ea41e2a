package org.concurrencylab.environment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

    private static final List<ContenderSpec> WITH_HIBERNATE = List.of(SYNC, THREADS, VIRTUAL, REACTIVE);

    /**
     * The contender of this name. Each of the four there are is also there as {@code <name>-driver}.
     *
     * @throws LabFailure when there is none
     */
    public static ContenderSpec named(String name) {
        List<ContenderSpec> all = Stream.concat(
                        WITH_HIBERNATE.stream(), WITH_HIBERNATE.stream().map(ContenderSpec::withDriver))
                .toList();
        return all.stream()
                .filter(spec -> spec.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new LabFailure("There is no contender \"" + name + "\"; there are " + list(all) + "."));
    }

    /** The same concurrency model without Hibernate: what differs between the two is what the mapper costs. */
    public ContenderSpec withDriver() {
        Map<String, String> changed = new HashMap<>(settings);
        changed.put("lab.persistence", "driver");
        return new ContenderSpec(name + "-driver", application, Map.copyOf(changed));
    }

    private static String list(List<ContenderSpec> all) {
        List<String> names = all.stream().map(ContenderSpec::name).toList();
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
