package org.concurrencylab.compare;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.concurrencylab.environment.CpuSets;
import org.concurrencylab.environment.LabStack;

/** Says what is up. */
final class Started {

    private static final double MILLIS = 1_000;

    private Started() {}

    static String sentence(LabStack stack, CpuSets cpus, Instant since) {
        String names = stack.contenders().stream()
                .map(service -> service.contender().name())
                .collect(Collectors.joining(", "));
        return "PostgreSQL %s embedded · sellers · %s in %.1f s · JDK %d · %s"
                .formatted(
                        stack.database().version(),
                        names,
                        Duration.between(since, Instant.now()).toMillis() / MILLIS,
                        Runtime.version().feature(),
                        cpus.arePinned()
                                ? "service on CPU %s, the rest on %s".formatted(cpus.serviceLabel(), cpus.othersLabel())
                                : "unpinned");
    }
}
