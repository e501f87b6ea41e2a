package org.concurrencylab.experiments;

import java.util.List;
import org.concurrencylab.results.Finding;
import org.concurrencylab.results.Results.Slice;
import org.concurrencylab.results.Trial;

/**
 * The rate up to which a promise is kept: no errors, all that is offered is carried, and the 99th percentile stays
 * below a limit.
 *
 * @param promisedMillis the limit of the 99th percentile, in milliseconds
 */
record Knee(double promisedMillis) {
    private static final double CARRIED = 0.97;
    private static final String RATE = "rate";

    /** For people. */
    String promise() {
        return "p99 ≤ " + Figures.duration(promisedMillis);
    }

    boolean keeps(Slice slice, double offeredPerSecond) {
        return slice.errors() == 0
                && slice.carriedPerSecond() >= CARRIED * offeredPerSecond
                && Figures.millis(slice, 99) <= promisedMillis;
    }

    /**
     * Where it lies.
     *
     * @param trials of one contender, at ascending rates
     */
    Bracket bracket(List<Trial> trials) {
        double breaks = trials.stream()
                .filter(trial -> !keeps(trial.slice(), trial.at(RATE)))
                .mapToDouble(trial -> trial.at(RATE))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        double keeps = trials.stream()
                .mapToDouble(trial -> trial.at(RATE))
                .filter(rate -> rate < breaks)
                .max()
                .orElse(0);
        String disturbance = trials.stream()
                .filter(trial -> trial.at(RATE) == breaks)
                .flatMap(trial -> trial.slice().findings().stream())
                .filter(finding -> finding.kind().disqualifies())
                .map(Finding::kind)
                .map(Finding.Kind::words)
                .findFirst()
                .orElse("");
        return new Bracket(keeps, breaks, disturbance);
    }

    /**
     * Between two rates that were measured.
     *
     * @param keeps the highest rate below every one that broke the promise, in requests per second; 0 if there is none
     * @param breaks the lowest rate that broke it; infinite if none did
     * @param disturbance what, other than the contender, may have broken it; may be empty
     */
    record Bracket(double keeps, double breaks, String disturbance) {

        /** Whether the knee lies between two measured rates, and is the contender's own. */
        boolean isKnown() {
            return keeps > 0 && Double.isFinite(breaks) && disturbance.isEmpty();
        }

        String words() {
            if (Double.isInfinite(breaks)) {
                return keeps == 0 ? "was not measured" : "keeps it at every rate tried, up to " + Figures.rate(keeps);
            }
            String limit = disturbance.isEmpty() ? "" : ", where " + disturbance + " may have been the limit";
            return keeps == 0
                    ? "breaks it at every rate tried, from " + Figures.rate(breaks) + limit
                    : "keeps it up to " + Figures.rate(keeps) + " and breaks it at " + Figures.rate(breaks) + limit;
        }
    }
}
