package org.concurrencylab.chaos;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How a service came through a fault.
 *
 * @param errors how often each kind of bad end came, over the whole load
 * @param before good answers a second before the fault
 * @param outageSeconds from the fault to its end, when what it took away was there again
 * @param firstSuccess seconds from that end to the first good answer; null when none came
 * @param lastFailure seconds from that end to the last bad answer, no matter when it was asked for; 0 when none came
 * @param after good answers a second in the last second
 */
record Recovery(
        Map<String, Long> errors,
        double before,
        double outageSeconds,
        Double firstSuccess,
        double lastFailure,
        double after) {

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Less of what was carried before than this is no recovery; more can be lost to a busy machine. */
    private static final double SHARE = 0.5;

    /**
     * @param begun when the load began, and so on: {@link System#nanoTime}
     * @param struck when the fault came
     * @param healed when what it took away was there again
     * @param stopped when customers were told to stop
     */
    static Recovery of(List<Outcome> outcomes, long begun, long struck, long healed, long stopped) {
        Map<String, Long> errors = outcomes.stream()
                .filter(Predicate.not(Outcome::good))
                .collect(Collectors.groupingBy(Outcome::kind, TreeMap::new, Collectors.counting()));
        Double firstSuccess = outcomes.stream()
                .filter(outcome -> outcome.good() && outcome.endedNanos() >= healed)
                .min(Comparator.comparingLong(Outcome::endedNanos))
                .map(first -> seconds(healed, first.endedNanos()))
                .orElse(null);
        double lastFailure = outcomes.stream()
                .filter(outcome -> !outcome.good() && outcome.endedNanos() >= healed)
                .mapToDouble(failure -> seconds(healed, failure.endedNanos()))
                .max()
                .orElse(0);
        return new Recovery(
                errors,
                rate(outcomes, begun, struck),
                seconds(struck, healed),
                firstSuccess,
                lastFailure,
                rate(outcomes, stopped - TimeUnit.SECONDS.toNanos(1), stopped));
    }

    private static double rate(List<Outcome> outcomes, long from, long to) {
        long good = outcomes.stream()
                .filter(outcome -> outcome.good() && outcome.endedNanos() >= from && outcome.endedNanos() < to)
                .count();
        return good / seconds(from, to);
    }

    private static double seconds(long from, long to) {
        return (to - from) / NANOS;
    }

    /** Whether all was well again in time, and stayed so. */
    boolean isWithin(double seconds) {
        return firstSuccess != null && firstSuccess <= seconds && lastFailure <= seconds && after >= SHARE * before;
    }
}
