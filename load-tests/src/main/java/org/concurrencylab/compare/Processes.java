package org.concurrencylab.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concurrencylab.environment.CpuSets;
import org.concurrencylab.environment.Database;
import org.concurrencylab.environment.MachineCpu;
import org.concurrencylab.environment.ProcessReading;
import org.concurrencylab.environment.ProcessSampler;
import org.concurrencylab.environment.ProcessUse;
import org.concurrencylab.environment.SellersProcess;
import org.concurrencylab.generator.GeneratorProcess;
import org.concurrencylab.results.Usage;

/** Everything whose use of the machine is accounted for while a slice is measured. */
final class Processes {

    private final ProcessSampler sampler = ProcessSampler.ofThisMachine();
    private final Database database;
    private final SellersProcess sellers;
    private final GeneratorProcess generator;
    private final List<Subject> subjects;
    private final CpuSets cpus;

    Processes(
            Database database,
            SellersProcess sellers,
            GeneratorProcess generator,
            List<Subject> subjects,
            CpuSets cpus) {
        this.database = database;
        this.sellers = sellers;
        this.generator = generator;
        this.subjects = subjects;
        this.cpus = cpus;
    }

    /** What all of them had used at one moment; ownMillis is the sum over every process of the run. */
    record Reading(
            Map<Subject, ProcessReading> services,
            Double databaseMillis,
            Double sellersMillis,
            Double generatorMillis,
            Double ownMillis,
            Optional<MachineCpu> machine) {}

    /** Reads all of them, and those services closely that are loaded. */
    Reading read(Collection<Subject> loaded) {
        Map<Subject, ProcessReading> services = loaded.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), subject -> sampler.read(subject.pid())));
        Double databaseMillis = sampler.cpuMillis(database.pids());
        Double sellersMillis = sampler.cpuMillis(List.of(sellers.pid()));
        Double generatorMillis = sampler.cpuMillis(List.of(generator.pid()));
        Double restMillis = sampler.cpuMillis(Stream.concat(
                        subjects.stream().map(Subject::pid),
                        Stream.of(ProcessHandle.current().pid()))
                .toList());
        return new Reading(
                services,
                databaseMillis,
                sellersMillis,
                generatorMillis,
                sum(databaseMillis, sellersMillis, generatorMillis, restMillis),
                MachineCpu.read());
    }

    /** CPU time of a service since it started, its compiler's excluded, in ms; null where it cannot be known. */
    Double requestCpuMillis(Subject subject) {
        ProcessReading reading = sampler.read(subject.pid());
        return reading.compilerMillis() == null
                ? reading.cpuMillis()
                : difference(reading.compilerMillis(), reading.cpuMillis());
    }

    /** What they used between the readings; what only the slice's own log or the database knows is added later. */
    Usage between(Subject subject, Reading before, Reading after) {
        ProcessUse service =
                after.services().get(subject).since(before.services().get(subject));
        return new Usage(
                service.cpuMillis(),
                service.compilerMillis(),
                service.rssBytes(),
                service.peakRssBytes(),
                service.threads(),
                service.voluntarySwitches(),
                service.involuntarySwitches(),
                difference(before.databaseMillis(), after.databaseMillis()),
                difference(before.sellersMillis(), after.sellersMillis()),
                difference(before.generatorMillis(), after.generatorMillis()),
                null,
                null,
                null,
                busy(before, after, cpus.service()),
                busy(before, after, cpus.others()),
                foreign(before, after),
                times(before, after, all())
                        .map(times -> times.share(times.stolenMillis()))
                        .orElse(null));
    }

    private static Double busy(Reading before, Reading after, Collection<Integer> numbers) {
        return times(before, after, numbers).map(MachineCpu.Times::busy).orElse(null);
    }

    /** Time that processes used, less what the run's own processes used. */
    private Double foreign(Reading before, Reading after) {
        Double own = difference(before.ownMillis(), after.ownMillis());
        return times(before, after, all())
                .filter(times -> own != null)
                .map(times -> times.share(times.processMillis() - own))
                .orElse(null);
    }

    private List<Integer> all() {
        return Stream.concat(cpus.service().stream(), cpus.others().stream()).toList();
    }

    private static Optional<MachineCpu.Times> times(Reading before, Reading after, Collection<Integer> numbers) {
        if (numbers.isEmpty() || before.machine().isEmpty() || after.machine().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(after.machine().get().since(before.machine().get(), numbers));
    }

    private static Double difference(Double before, Double after) {
        return before == null || after == null ? null : after - before;
    }

    private static Double sum(Double... parts) {
        double sum = 0;
        for (Double part : parts) {
            if (part == null) {
                return null;
            }
            sum += part;
        }
        return sum;
    }

    /** Processes that work for the service under test and must not share its CPUs, this program's own among them. */
    List<Long> others() {
        List<Long> pids = new ArrayList<>(database.pids());
        pids.addAll(
                List.of(sellers.pid(), generator.pid(), ProcessHandle.current().pid()));
        return pids;
    }
}
