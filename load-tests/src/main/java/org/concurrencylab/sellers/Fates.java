package org.concurrencylab.sellers;

import java.util.SplittableRandom;
import org.concurrencylab.api.SellerBehaviour;

/**
 * Draws the fate of each request from the shares and the delay of one {@link SellerBehaviour}.
 *
 * <p>The draws are independent and seeded, rather than every n-th request: with evenly spread errors a retry of a
 * failed request would always succeed, a fan-out would always lose the same sellers, and a circuit breaker would never
 * see the runs of failures that it exists for. The same seed at each change of behaviour gives every contender the same
 * sequence.
 *
 * <p>Not thread-safe: belongs to the event loop.
 */
final class Fates {

    private static final long SEED = 20_261_120;

    private final SellerBehaviour behaviour;
    private final SplittableRandom random = new SplittableRandom(SEED);

    Fates(SellerBehaviour behaviour) {
        this.behaviour = behaviour;
    }

    SellerBehaviour behaviour() {
        return behaviour;
    }

    Fate next() {
        return new Fate(outcome(), delayMillis());
    }

    private Fate.Outcome outcome() {
        double drawn = random.nextDouble();
        if (drawn < behaviour.hangRate()) {
            return Fate.Outcome.HANG;
        }
        return drawn < behaviour.hangRate() + behaviour.errorRate() ? Fate.Outcome.ERROR : Fate.Outcome.QUOTE;
    }

    private int delayMillis() {
        int jitter = behaviour.jitterMillis();
        return jitter == 0 ? behaviour.delayMillis() : behaviour.delayMillis() + random.nextInt(-jitter, jitter + 1);
    }
}
