package org.concurrencylab.bench;

import java.util.List;
import java.util.Optional;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.CpuSets;
import org.concurrencylab.environment.LabStack;
import org.concurrencylab.environment.Run;

/**
 * The lab's contenders as targets, started and set apart as {@code lab compare} does it.
 *
 * @param stack what runs
 * @param cpus how the CPUs are split
 */
record OwnContenders(LabStack stack, CpuSets cpus) {

    static OwnContenders start(Run run) {
        CpuSets cpus = CpuSets.ofThisMachine();
        LabStack stack = LabStack.start(run, ContenderSpec.USUAL, cpus.serviceCpus());
        cpus.pinOthers(stack.database().pids());
        return new OwnContenders(stack, cpus);
    }

    /** Each contender's book by id, as {@link CostTarget} reads it. */
    List<String> targets() {
        return stack.contenders().stream()
                .map(service ->
                        "%s=%s/books/{id}@%d".formatted(service.contender().name(), service.url(), service.pid()))
                .toList();
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
