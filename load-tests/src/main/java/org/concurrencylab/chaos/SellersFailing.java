package org.concurrencylab.chaos;

import java.time.Duration;
import org.concurrencylab.api.SellerBehaviour;

/**
 * The external service answers no request well.
 *
 * @param name of the fault
 * @param does in one sentence
 * @param behaviour of all sellers meanwhile
 * @param recoversWithin seconds
 */
record SellersFailing(String name, String does, SellerBehaviour behaviour, double recoversWithin) implements Fault {

    private static final Duration LASTS = Duration.ofSeconds(3);
    private static final double SELLER_TIMEOUT_SECONDS = 2;

    static SellersFailing hanging() {
        return new SellersFailing(
                "sellers-hang",
                "for 3 s no call of a seller is answered, so that each waits for its timeout of 2 s",
                new SellerBehaviour(0, 0, 0, 1),
                // What was asked at the end of the fault still waits for that timeout.
                USUAL_SECONDS + SELLER_TIMEOUT_SECONDS);
    }

    static SellersFailing refusing() {
        return new SellersFailing(
                "sellers-error",
                "for 3 s every call of a seller is answered 500",
                new SellerBehaviour(0, 0, 1, 0),
                USUAL_SECONDS);
    }

    @Override
    public long strike(Scene scene) throws InterruptedException {
        scene.sellers().behave(behaviour);
        try {
            Scene.last(LASTS);
        } finally {
            scene.sellers().behave(SellerBehaviour.PROMPT);
        }
        return System.nanoTime();
    }
}
