package org.concurrencylab.results;

import java.util.Map;
import org.concurrencylab.results.Results.Slice;

/**
 * One measurement of an experiment.
 *
 * @param contender whose
 * @param at where on the experiment's axes: the name of each and its value, such as connections = 5
 * @param slice what was measured; its workload and contender need not be among those of the run
 */
public record Trial(String contender, Map<String, Double> at, Slice slice) {

    /** Its place on one axis; 0 when it has none there. */
    public double at(String axis) {
        return at.getOrDefault(axis, 0.0);
    }
}
