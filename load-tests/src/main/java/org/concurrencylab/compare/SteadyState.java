package org.concurrencylab.compare;

import java.util.List;

/**
 * Whether a service has come to rest: its last three steps cost within 5 % of one another. A JVM that still compiles,
 * or whose caches still fill, costs less from step to step.
 */
final class SteadyState {

    static final int STEPS = 3;
    static final double TOLERANCE = 0.05;

    private SteadyState() {}

    /**
     * @param costs CPU time per request of each step, in any unit, in the order of time; NaN where it is not known
     * @return false also when there are fewer than three steps or one of the last three is not known
     */
    static boolean reached(List<Double> costs) {
        if (costs.size() < STEPS) {
            return false;
        }
        List<Double> last = costs.subList(costs.size() - STEPS, costs.size());
        double least = last.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
        double most = last.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
        return least > 0 && most <= least * (1 + TOLERANCE);
    }
}
