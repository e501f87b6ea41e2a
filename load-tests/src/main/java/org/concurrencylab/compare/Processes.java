package org.concurrencylab.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concurrencylab.environment.CpuSets;
import org.concurrencylab.environment.Database;
import org.concurrencylab.environment.MachineCpu;
import org.concurrencylab.environment.ProcessReading;
import org.concurrencylab.environment.ProcessSampler;
import org.concurrencylab.environment.SellersProcess;
import org.concurrencylab.generator.GeneratorProcess;

/** All processes of a run on this machine, seen from outside. */
final class Processes implements Meters {

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

    @Override
    public Reading read(Collection<Subject> loaded) {
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
                MachineCpu.read(),
                cpus);
    }

    @Override
    public Double requestCpuMillis(Subject subject) {
        ProcessReading reading = sampler.read(subject.pid());
        return reading.compilerMillis() == null
                ? reading.cpuMillis()
                : Reading.difference(reading.compilerMillis(), reading.cpuMillis());
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
