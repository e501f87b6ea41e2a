package org.concurrencylab.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.concurrencylab.api.RuntimeFacts;
import org.concurrencylab.results.Results.Contender;
import org.concurrencylab.results.Results.Environment;

/** Machine and settings, as label and value. */
final class Conditions {
    private Conditions() {}

    static Map<String, String> machine(Environment machine) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "Processor",
                machine.cpu() + ", " + machine.processors() + (machine.processors() == 1 ? " CPU" : " CPUs"));
        facts.put("Memory", Format.mebibytes(machine.memoryBytes()));
        facts.put("CPUs of the service under test", machine.serviceCpus());
        facts.put("CPUs of database, sellers and generator", machine.otherCpus());
        facts.put("Operating system", machine.os());
        facts.put("JVM", machine.java());
        facts.put("PostgreSQL", machine.postgres() + settings(machine.postgresSettings()));
        facts.put("Gatling", machine.gatling());
        facts.put("Quarkus", machine.quarkus());
        facts.put("Commit", machine.commit());
        return facts;
    }

    /** Pools and flags in one sentence: the answer to "were they set up equally?". */
    static String contender(Contender contender) {
        String flags = contender.jvmFlags().isEmpty() ? "" : "; flags " + String.join(" ", contender.jvmFlags());
        RuntimeFacts facts = contender.runtime();
        if (facts == null) {
            return contender.url() + flags;
        }
        return "%s thread, %s, %d workers, %d event loops, %d database connections, %d seller connections, seller timeout %d ms, heap %s, %s%s"
                .formatted(
                        facts.thread(),
                        facts.persistence(),
                        facts.workers(),
                        facts.eventLoops(),
                        facts.databaseConnections(),
                        facts.sellerConnections(),
                        facts.sellerTimeoutMillis(),
                        Format.mebibytes(facts.maxHeapBytes()),
                        facts.java(),
                        flags);
    }

    private static String settings(Map<String, String> settings) {
        if (settings.isEmpty()) {
            return "";
        }
        return new TreeMap<>(settings)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(", ", " (", ")"));
    }
}
