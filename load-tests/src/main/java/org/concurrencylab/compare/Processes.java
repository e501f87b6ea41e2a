package org.concurrencylab.compare;

import java.util.List;
import org.concurrencylab.environment.Database;
import org.concurrencylab.environment.ProcessReading;
import org.concurrencylab.environment.ProcessSampler;
import org.concurrencylab.environment.ProcessUse;
import org.concurrencylab.environment.SellersProcess;
import org.concurrencylab.generator.GeneratorProcess;
import org.concurrencylab.results.Results.Usage;

/** Everything whose use of the machine is accounted for while a slice is measured. */
final class Processes {

    private final ProcessSampler sampler = ProcessSampler.ofThisMachine();
    private final Database database;
    private final SellersProcess sellers;
    private final GeneratorProcess generator;

    Processes(Database database, SellersProcess sellers, GeneratorProcess generator) {
        this.database = database;
        this.sellers = sellers;
        this.generator = generator;
    }

    /** What all of them had used at one moment. */
    record Reading(ProcessReading service, Double databaseMillis, Double sellersMillis, Double generatorMillis) {}

    Reading read(long service) {
        return new Reading(
                sampler.read(service),
                sampler.cpuMillis(database.pids()),
                sampler.cpuMillis(List.of(sellers.pid())),
                sampler.cpuMillis(List.of(generator.pid())));
    }

    /** What they used between the readings. */
    static Usage between(Reading before, Reading after) {
        ProcessUse service = after.service().since(before.service());
        return new Usage(
                service.cpuMillis(),
                service.rssBytes(),
                service.peakRssBytes(),
                service.threads(),
                service.voluntarySwitches(),
                service.involuntarySwitches(),
                difference(before.databaseMillis(), after.databaseMillis()),
                difference(before.sellersMillis(), after.sellersMillis()),
                difference(before.generatorMillis(), after.generatorMillis()));
    }

    private static Double difference(Double before, Double after) {
        return before == null || after == null ? null : after - before;
    }

    /** Processes that work for the service under test and must not share its CPUs, this program's own among them. */
    List<Long> others() {
        List<Long> pids = new java.util.ArrayList<>(database.pids());
        pids.addAll(
                List.of(sellers.pid(), generator.pid(), ProcessHandle.current().pid()));
        return pids;
    }
}
