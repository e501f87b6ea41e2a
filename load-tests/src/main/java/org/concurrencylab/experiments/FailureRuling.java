package org.concurrencylab.experiments;

import java.util.List;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.experiments.Failure.Reads;
import org.concurrencylab.results.Trial;

/**
 * Whether a hang hurts others on threads and not on an event loop (C9): unhurt is a p99 of at most three times the
 * undisturbed one with every request answered, starved a request in ten without an answer or a p99 of ten times.
 */
final class FailureRuling {
    private static final double UNHURT = 3;
    private static final double STARVED = 10;
    private static final double NEARLY_ALL = 0.99;
    private static final double MANY = 0.9;
    private static final String PREDICTED = "threads starve, the loop does not notice";

    private FailureRuling() {}

    static Ruling of(List<Trial> trials) {
        Reads loop = Reads.of(trials, ContenderSpec.REACTIVE.name(), 0);
        Reads threads = Reads.of(trials, ContenderSpec.THREADS.name(), 0);
        if (Double.isNaN(loop.answered()) || Double.isNaN(threads.answered())) {
            return Ruling.cannotTell(Claim.C9, PREDICTED, "–", "It takes threads and reactive in the run.");
        }
        String measured = "p99 of reads × %s on the loop, × %s on threads, which answered %.0f %%"
                .formatted(factor(loop), factor(threads), 100 * threads.answered());
        String others = virtual(trials) + guarded(trials);
        if (unhurt(loop) && starved(threads)) {
            return Ruling.holds(
                    Claim.C9,
                    PREDICTED,
                    measured,
                    "The hanging requests took every thread of the pool and nothing that the loop needs." + others);
        }
        if (starved(loop)) {
            return Ruling.doesNotHold(Claim.C9, PREDICTED, measured, "Reads starved on the event loop, too." + others);
        }
        return Ruling.cannotTell(
                Claim.C9,
                PREDICTED,
                measured,
                "Unhurt would be %s at most, starved %s at least."
                                .formatted(Figures.times(UNHURT), Figures.times(STARVED))
                        + others);
    }

    private static String virtual(List<Trial> trials) {
        Reads virtual = Reads.of(trials, ContenderSpec.VIRTUAL.name(), 0);
        return unhurt(virtual)
                ? " Virtual threads did not notice either (× %s): it is the pool that starves, not blocking code."
                        .formatted(factor(virtual))
                : "";
    }

    private static String guarded(List<Trial> trials) {
        Reads threads = Reads.of(trials, ContenderSpec.THREADS.name(), 1);
        return unhurt(threads)
                ? " With timeout, bulkhead and circuit breaker threads were unhurt as well (× %s)."
                        .formatted(factor(threads))
                : threads.answered() >= NEARLY_ALL && !starved(threads)
                        ? " With timeout, bulkhead and circuit breaker threads answered every read (× %s)."
                                .formatted(factor(threads))
                        : "";
    }

    private static boolean unhurt(Reads reads) {
        return reads.answered() >= NEARLY_ALL && reads.factor() <= UNHURT;
    }

    private static boolean starved(Reads reads) {
        return reads.answered() < MANY || reads.factor() >= STARVED;
    }

    private static String factor(Reads reads) {
        return Figures.times(reads.factor()).replace("×", "");
    }
}
