package org.concurrencylab.report;

import java.util.List;
import org.concurrencylab.results.Results;

/**
 * What a run shows, computed from its results and from nothing else.
 *
 * @param results where it comes from
 * @param workloads one comparison each, in the order of the run
 * @param experiments what each of them found, in the order of the run
 */
public record Summary(Results results, List<Comparison> workloads, List<ExperimentSections.Section> experiments) {

    /** The claims that its experiments ruled on. */
    Claims claims() {
        return Claims.of(experiments);
    }

    /** The contender that all ratios refer to. */
    public String reference() {
        return results.contenders().getFirst().name();
    }

    /**
     * All contenders under one workload.
     *
     * @param workload what they were asked to do
     * @param rows one per contender that was measured, in the order of the run
     * @param noise what a contender differs from itself by
     * @param notes what makes these figures less than certain
     */
    public record Comparison(Results.Workload workload, List<Row> rows, Noise noise, List<String> notes) {}

    /** Computes the summary. */
    public static Summary of(Results results) {
        return new Summary(
                results,
                results.workloads().stream()
                        .map(workload -> Comparisons.of(results, workload))
                        .toList(),
                ExperimentSections.of(results));
    }
}
