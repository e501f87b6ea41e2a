package org.concurrencylab.experiments;

import org.concurrencylab.environment.ContenderSpec;

/**
 * Whether an event loop needs less memory than threads for the same number of requests in flight (C7). It does where
 * the loop holds what threads cannot in the same heap, or holds as much in clearly less. One process of each is
 * measured, so a tenth is not told apart.
 */
final class MemoryRuling {
    private static final double CLEARLY = 1.5;
    private static final double ALIKE = 1.1;
    private static final String THREADS = ContenderSpec.THREADS.name();
    private static final String VIRTUAL = ContenderSpec.VIRTUAL.name();
    private static final String REACTIVE = ContenderSpec.REACTIVE.name();
    private static final String PREDICTED = "threads 50 to 100 MiB for each 1,000 in flight, the loop less than 30";

    private MemoryRuling() {}

    static Ruling of(Residents residents) {
        if (!residents.has(THREADS) || !residents.has(REACTIVE)) {
            return Ruling.cannotTell(Claim.C7, PREDICTED, "–", "It takes threads and reactive in the run.");
        }
        double most = residents.most();
        String each = "%s and %s for each 1,000 in flight (threads, reactive)"
                .formatted(
                        Residents.text(residents.perThousand(THREADS)),
                        Residents.text(residents.perThousand(REACTIVE)));
        if (residents.held(REACTIVE) < most || Double.isNaN(residents.held(REACTIVE))) {
            return Ruling.cannotTell(
                    Claim.C7, PREDICTED, each, "The event loop itself did not hold %,.0f here.".formatted(most));
        }
        if (residents.held(THREADS) < most || Double.isNaN(residents.held(THREADS))) {
            return Ruling.holds(
                    Claim.C7,
                    PREDICTED,
                    "%s; only the loop held %,.0f".formatted(each, most),
                    "With a heap of %d MiB threads failed before that number: each has a stack, and objects of its own on the heap."
                                    .formatted(MemoryInFlight.HEAP_MEBIBYTES)
                            + virtual(residents, most));
        }
        double ratio = residents.mebibytes(THREADS, most) / residents.mebibytes(REACTIVE, most);
        String measured = "%s; at %,.0f in flight %s".formatted(each, most, Figures.times(ratio));
        if (ratio >= CLEARLY) {
            return Ruling.holds(
                    Claim.C7,
                    PREDICTED,
                    measured,
                    "A waiting request holds a platform thread and its stack there, a few objects here."
                            + virtual(residents, most));
        }
        return ratio <= ALIKE
                ? Ruling.doesNotHold(Claim.C7, PREDICTED, measured, "Both took as much." + virtual(residents, most))
                : Ruling.cannotTell(
                        Claim.C7,
                        PREDICTED,
                        measured,
                        "One process each: less than %s is not clear.".formatted(Figures.times(CLEARLY)));
    }

    private static String virtual(Residents residents, double most) {
        return residents.held(VIRTUAL) == most
                ? " Virtual threads, which block as well, held as many as the loop in %s (reactive %s)."
                        .formatted(
                                Residents.text(residents.mebibytes(VIRTUAL, most)),
                                Residents.text(residents.mebibytes(REACTIVE, most)))
                : "";
    }
}
