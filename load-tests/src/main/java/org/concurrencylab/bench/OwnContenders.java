package org.concurrencylab.bench;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.CpuSets;
import org.concurrencylab.environment.LabStack;
import org.concurrencylab.environment.Run;

/**
 * The lab's contenders as targets, and the limit beside them, started and set apart as {@code lab compare} does it.
 *
 * @param stack what runs
 * @param limit the same read without a framework
 * @param cpus how the CPUs are split
 */
record OwnContenders(LabStack stack, BareVertxProcess limit, CpuSets cpus) {

    static OwnContenders start(Run run) {
        CpuSets cpus = CpuSets.ofThisMachine();
        LabStack stack = LabStack.start(run, ContenderSpec.USUAL, cpus.serviceCpus());
        BareVertxProcess limit = BareVertxProcess.start(run, stack.database(), cpus.serviceCpus());
        cpus.pinOthers(stack.database().pids());
        return new OwnContenders(stack, limit, cpus);
    }

    /** The limit's and each contender's book by id, as {@link CostTarget} reads it. */
    List<String> targets() {
        Stream<String> contenders = stack.contenders().stream()
                .map(service -> target(service.contender().name(), service.url().toString(), service.pid()));
        return Stream.concat(Stream.of(target("bare-vertx", limit.url(), limit.pid())), contenders)
                .toList();
    }

    private static String target(String name, String url, long pid) {
        return "%s=%s/books/{id}@%d".formatted(name, url, pid);
    }

    /** Where the services are to be pinned; empty when this machine cannot pin. */
    Optional<String> serviceCpus() {
        return cpus.arePinned() ? Optional.of(cpus.serviceLabel()) : Optional.empty();
    }

    /** Where the load is to be pinned; empty when this machine cannot pin. */
    Optional<String> otherCpus() {
        return cpus.arePinned() ? Optional.of(cpus.othersLabel()) : Optional.empty();
    }
}
