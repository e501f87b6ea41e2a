package org.concurrencylab.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.concurrencylab.environment.DatabaseSessions;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.LabStack;
import org.concurrencylab.environment.ProcessSampler;
import org.concurrencylab.environment.ServiceProcess;

/**
 * Reads contenders that are under load, one span of time after the other, until one of them has ended. All are
 * collected and the database is tidied between two spans, the same ones for all.
 */
final class Sitting {

    /** From the end of a collection until latency counts again. */
    private static final Duration SETTLE = Duration.ofSeconds(1);

    private static final double NANOS = 1e9;

    private final LabStack stack;
    private final Load load;
    private final SoakPlan plan;
    private final Consumer<String> progress;
    private final Upkeep upkeep;
    private String end;

    /** @param progress hears a line after each collection */
    Sitting(LabStack stack, Load load, SoakPlan plan, Consumer<String> progress) {
        this.stack = stack;
        this.load = load;
        this.plan = plan;
        this.progress = progress;
        this.upkeep = new Upkeep(stack.database(), stack.contenders());
    }

    /** What to say of a contender that has ended; null while all of them run. */
    String end() {
        return end;
    }

    /**
     * Makes so many readings of each, or fewer if one ends.
     *
     * @param phase for the progress
     * @return the readings of each contender, by its name
     * @throws LabFailure when database or sellers have ended
     */
    Map<String, List<Reading>> sit(String phase, int count) throws InterruptedException {
        Map<String, List<Reading>> readings = new LinkedHashMap<>();
        stack.contenders().forEach(service -> readings.put(service.contender().name(), new ArrayList<>()));
        try (DatabaseSessions sessions = new DatabaseSessions(stack.database())) {
            Observer observer = new Observer(ProcessSampler.ofThisMachine(), sessions);
            long begun = System.nanoTime();
            load.take();
            for (int number = 1; number <= count && end == null; number++) {
                Thread.sleep(plan.interval());
                List<Window> windows = load.take();
                double seconds = (System.nanoTime() - begun) / NANOS;
                if (haveAllGoneOn()) {
                    boolean collect = number % plan.readingsPerCollection() == 0;
                    read(observer, seconds, windows, collect)
                            .forEach((name, reading) -> readings.get(name).add(reading));
                    if (collect) {
                        progress.accept(SoakTable.progress(phase, number, count, plan, readings));
                    }
                }
            }
        }
        return readings;
    }

    private boolean haveAllGoneOn() {
        Optional<LabFailure> support = stack.supportTrouble();
        if (support.isPresent()) {
            throw support.get();
        }
        end = stack.trouble().map(LabFailure::getMessage).orElse(null);
        return end == null;
    }

    private Map<String, Reading> read(Observer observer, double seconds, List<Window> windows, boolean collect)
            throws InterruptedException {
        List<ServiceProcess> services = stack.contenders();
        Map<String, Reading> readings = new LinkedHashMap<>();
        for (int i = 0; i < services.size(); i++) {
            readings.put(services.get(i).contender().name(), observer.read(services.get(i), seconds, windows.get(i)));
        }
        if (collect) {
            List<Double> heaps = upkeep.heaps();
            for (int i = 0; i < services.size(); i++) {
                Double heap = heaps.get(i);
                readings.computeIfPresent(
                        services.get(i).contender().name(), (name, reading) -> reading.withHeap(heap));
            }
            upkeep.tidy();
            Thread.sleep(SETTLE);
            load.take();
        }
        return readings;
    }
}
