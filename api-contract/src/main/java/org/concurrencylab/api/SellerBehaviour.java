package org.concurrencylab.api;

/**
 * How the external service behaves from now on: the body of its {@code PUT /control} and {@code GET /control}.
 *
 * @param delayMillis wait before each answer, in milliseconds
 * @param jitterMillis added to or taken from the delay, evenly spread, in milliseconds
 * @param errorRate share of the requests that are answered 500 (0 to 1)
 * @param hangRate share of the requests that are never answered (0 to 1)
 */
public record SellerBehaviour(int delayMillis, int jitterMillis, double errorRate, double hangRate) {

    /** Answers at once and always. */
    public static final SellerBehaviour PROMPT = new SellerBehaviour(0, 0, 0, 0);

    /** Answers always, after the delay given in milliseconds. */
    public static SellerBehaviour delayedBy(int delayMillis) {
        return new SellerBehaviour(delayMillis, 0, 0, 0);
    }
}
