package org.concurrencylab.compare;

import java.util.ArrayList;
import java.util.List;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.experiments.Experiment;
import org.concurrencylab.results.Results;

/** Makes experiments one after another; one that fails costs its own result only. */
final class Trials {

    private final ExperimentBench bench;
    private final List<String> missing;

    /** @param missing takes a sentence for each experiment that could not be made */
    Trials(ExperimentBench bench, List<String> missing) {
        this.bench = bench;
        this.missing = missing;
    }

    List<Results.Experiment> of(List<Experiment> experiments) {
        List<Results.Experiment> made = new ArrayList<>();
        for (Experiment experiment : experiments) {
            try {
                bench.begin(experiment.name());
                made.add(new Results.Experiment(experiment.name(), experiment.measure(bench)));
            } catch (LabFailure e) {
                if (made.isEmpty() && experiments.size() == 1) {
                    throw e;
                }
                missing.add("The experiment " + experiment.name() + " is missing: " + e.getMessage());
            }
        }
        return List.copyOf(made);
    }
}
