package org.concurrencylab.compare;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.concurrencylab.environment.CpuSets;
import org.concurrencylab.environment.MachineCpu;
import org.concurrencylab.environment.ProcessReading;
import org.concurrencylab.environment.ProcessUse;
import org.concurrencylab.results.Usage;

/**
 * What all processes of a run had used at one moment. Null is what cannot be known.
 *
 * @param services of those services that are loaded
 * @param databaseMillis CPU time of all PostgreSQL processes, in milliseconds
 * @param sellersMillis CPU time of the external service, in milliseconds
 * @param generatorMillis CPU time of the load generator, in milliseconds
 * @param ownMillis CPU time of every process of the run, in milliseconds
 * @param machine how busy each CPU had been
 * @param cpus who runs where
 */
record Reading(
        Map<Subject, ProcessReading> services,
        Double databaseMillis,
        Double sellersMillis,
        Double generatorMillis,
        Double ownMillis,
        Optional<MachineCpu> machine,
        CpuSets cpus) {

    /** What was used since an earlier reading; what only the slice's own log or the database knows is added later. */
    Usage since(Reading before, Subject subject) {
        ProcessUse service = services.get(subject).since(before.services.get(subject));
        return new Usage(
                service.cpuMillis(),
                service.compilerMillis(),
                service.rssBytes(),
                service.peakRssBytes(),
                service.threads(),
                service.voluntarySwitches(),
                service.involuntarySwitches(),
                difference(before.databaseMillis, databaseMillis),
                difference(before.sellersMillis, sellersMillis),
                difference(before.generatorMillis, generatorMillis),
                null,
                null,
                null,
                busy(before, cpus.service()),
                busy(before, cpus.others()),
                foreign(before),
                times(before, all())
                        .map(times -> times.share(times.stolenMillis()))
                        .orElse(null));
    }

    private Double busy(Reading before, Collection<Integer> numbers) {
        return times(before, numbers).map(MachineCpu.Times::busy).orElse(null);
    }

    /** Time that processes used, less what the run's own processes used. */
    private Double foreign(Reading before) {
        Double own = difference(before.ownMillis, ownMillis);
        return times(before, all())
                .filter(times -> own != null)
                .map(times -> times.share(times.processMillis() - own))
                .orElse(null);
    }

    private List<Integer> all() {
        return Stream.concat(cpus.service().stream(), cpus.others().stream()).toList();
    }

    private Optional<MachineCpu.Times> times(Reading before, Collection<Integer> numbers) {
        if (numbers.isEmpty() || before.machine.isEmpty() || machine.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(machine.get().since(before.machine.get(), numbers));
    }

    static Double difference(Double before, Double after) {
        return before == null || after == null ? null : after - before;
    }
}
