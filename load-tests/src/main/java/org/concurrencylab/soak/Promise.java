package org.concurrencylab.soak;

/**
 * What a contender has to keep for a rate to lie below its knee: no errors, (nearly) all that is offered is carried,
 * and the 99th percentile stays below a limit.
 *
 * @param p99Millis the limit, in milliseconds
 */
record Promise(double p99Millis) {

    /** The rest may be under way when a span of time ends. */
    private static final double CARRIED = 0.97;

    boolean isKept(Window window, double offeredPerSecond) {
        return window.bad() == 0 && carries(window.goodPerSecond(), offeredPerSecond) && window.p99() <= p99Millis;
    }

    static boolean carries(double goodPerSecond, double offeredPerSecond) {
        return goodPerSecond >= CARRIED * offeredPerSecond;
    }

    String words() {
        return "no error, 97 %% carried, p99 ≤ %.0f ms".formatted(p99Millis);
    }
}
