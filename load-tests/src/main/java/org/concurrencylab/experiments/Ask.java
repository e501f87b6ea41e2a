package org.concurrencylab.experiments;

import org.concurrencylab.simulations.Mix;

/**
 * A load to measure under.
 *
 * @param mix what users do
 * @param ratePerSecond of an open model, in requests per second; 0 for a closed one
 * @param users of a closed model; 0 for an open one
 * @param rampSeconds while the rate rises, in seconds
 * @param settleSeconds ramp and settling, not measured, in seconds
 * @param measuredSeconds in seconds
 * @param timeoutSeconds how long a request may take before it counts as failed, in seconds
 */
public record Ask(
        Mix mix,
        double ratePerSecond,
        int users,
        double rampSeconds,
        double settleSeconds,
        double measuredSeconds,
        double timeoutSeconds) {

    private static final double USUAL_TIMEOUT_SECONDS = 10;

    /**
     * Requests at a rate, whatever the service does; it rises for half of the settling. Settling and measuring best
     * take whole seconds together: what is left of the last one is only waited for.
     */
    public static Ask open(Mix mix, double ratePerSecond, double settleSeconds, double measuredSeconds) {
        return new Ask(mix, ratePerSecond, 0, settleSeconds / 2, settleSeconds, measuredSeconds, USUAL_TIMEOUT_SECONDS);
    }

    /** So many users, each of whom waits for its answer before it asks again. */
    public static Ask closed(Mix mix, int users, double settleSeconds, double measuredSeconds) {
        return new Ask(mix, 0, users, 0, settleSeconds, measuredSeconds, USUAL_TIMEOUT_SECONDS);
    }

    /**
     * The same, for requests that take long on purpose.
     *
     * @param rampSeconds shorter than half of the settling, in seconds
     * @param timeoutSeconds longer than the requests take, in seconds
     */
    public Ask ofLongRequests(double rampSeconds, double timeoutSeconds) {
        return new Ask(mix, ratePerSecond, users, rampSeconds, settleSeconds, measuredSeconds, timeoutSeconds);
    }
}
