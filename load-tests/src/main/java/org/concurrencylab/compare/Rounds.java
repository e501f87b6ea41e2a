package org.concurrencylab.compare;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.concurrencylab.environment.CpuSets;
import org.concurrencylab.results.Results;
import org.concurrencylab.results.Results.Slice;
import org.concurrencylab.results.Results.WarmUpStep;

/** Gathers what the rounds of a run gave. */
final class Rounds {

    private static final double MILLIS = 1_000;

    private final List<Slice> slices = new ArrayList<>();
    private final List<WarmUpStep> warmUp = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final Set<String> unsteady = new LinkedHashSet<>();
    private final List<String> remarks = new ArrayList<>();

    void add(Comparison.Round round) {
        // One curve per contender is enough to see how it warms up; later rounds look alike.
        if (warmUp.isEmpty()) {
            warmUp.addAll(round.warmUp());
        }
        slices.addAll(round.slices());
        missing.addAll(round.missing());
        unsteady.addAll(round.unsteady());
    }

    int slices() {
        return slices.size();
    }

    /** Takes a sentence for each thing that could not be measured. */
    List<String> missing() {
        return missing;
    }

    /** A sentence that readers must know. */
    void remark(String remark) {
        remarks.add(remark);
    }

    /** The whole run. */
    Results results(
            Plan plan,
            long seed,
            String command,
            Instant startedAt,
            Results.Environment environment,
            CpuSets cpus,
            List<Subject> subjects,
            List<Results.Experiment> experiments) {
        double wallSeconds = Duration.between(startedAt, Instant.now()).toMillis() / MILLIS;
        return new Results(
                Results.FORMAT,
                List.of(new Results.Run(startedAt, wallSeconds, seed, command)),
                environment,
                subjects.stream().map(Subject::describe).toList(),
                plan.loads().stream()
                        .map(load -> load.describe(plan.turns().turnMillis(), subjects))
                        .toList(),
                List.copyOf(warmUp),
                List.copyOf(slices),
                experiments,
                List.copyOf(missing),
                remarks(cpus));
    }

    private List<String> remarks(CpuSets cpus) {
        List<String> all = new ArrayList<>(remarks);
        if (!cpus.arePinned()) {
            all.add("Unpinned: service and generator compete for the same CPUs.");
        }
        if (!unsteady.isEmpty()) {
            all.add("Not steady after the warm-up: " + String.join(", ", unsteady)
                    + " (CPU time per request of the last three steps within 5 %); later blocks may be faster.");
        }
        return all;
    }
}
