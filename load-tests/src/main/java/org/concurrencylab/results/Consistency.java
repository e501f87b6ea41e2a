package org.concurrencylab.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a JSON Schema cannot say of results.json: that the names used in it exist, and that histograms decode. */
final class Consistency {
    private Consistency() {}

    static List<String> violations(Results results) {
        List<String> violations = new ArrayList<>();
        Set<String> contenders =
                results.contenders().stream().map(Results.Contender::name).collect(Collectors.toSet());
        Set<String> workloads =
                results.workloads().stream().map(Results.Workload::name).collect(Collectors.toSet());
        if (contenders.size() != results.contenders().size()
                || workloads.size() != results.workloads().size()) {
            violations.add("two contenders or two workloads share a name");
        }
        results.experiments().stream()
                .filter(experiment -> experiment.trials().stream()
                        .anyMatch(trial -> trial.slice() != null && !decodes(trial.slice())))
                .map(experiment -> "experiment " + experiment.name() + " holds a histogram that cannot be decoded")
                .forEach(violations::add);
        for (int i = 0; i < results.slices().size(); i++) {
            Results.Slice slice = results.slices().get(i);
            String place = "slices[" + i + "]";
            if (!contenders.contains(slice.contender()) || !workloads.contains(slice.workload())) {
                violations.add(place + " names an unknown contender or workload");
            }
            if (!decodes(slice)) {
                violations.add(place + " holds a histogram that cannot be decoded");
            }
        }
        return violations;
    }

    private static boolean decodes(Results.Slice slice) {
        return decodes(slice.latencyMicros()) && decodes(slice.latenessMicros());
    }

    private static boolean decodes(String histogram) {
        try {
            Histograms.decode(histogram);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
