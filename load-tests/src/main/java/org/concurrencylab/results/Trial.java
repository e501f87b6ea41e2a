package org.concurrencylab.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.concurrencylab.results.Results.Slice;

/**
 * One measurement of an experiment.
 *
 * @param contender whose
 * @param at where on the experiment's axes: the name of each and its value, such as connections = 5
 * @param slice what was measured under load; its workload and contender need not be among those of the run; null when
 *     the trial only counts
 * @param counts what was counted beside or without a load, by name, such as lost = 3; empty when nothing was
 * @param seen lines that a program wrote and the answer quotes; empty when none are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Trial(
        String contender, Map<String, Double> at, Slice slice, Map<String, Double> counts, List<String> seen) {

    /** A measurement under load, and nothing else. */
    public Trial(String contender, Map<String, Double> at, Slice slice) {
        this(contender, at, slice, Map.of(), List.of());
    }

    /** What was counted without a load. */
    public static Trial counted(String contender, Map<String, Double> at, Map<String, Double> counts) {
        return new Trial(contender, at, null, counts, List.of());
    }

    /** Its place on one axis; 0 when it has none there. */
    public double at(String axis) {
        return at.getOrDefault(axis, 0.0);
    }

    /** What was counted under this name; NaN when it was not. */
    public double count(String name) {
        return counts.getOrDefault(name, Double.NaN);
    }
}
