package org.concurrencylab.api.http;

import org.concurrencylab.api.ProblemType;

/**
 * The query parameter of {@code GET /books/{id}/forecast}.
 *
 * @param paths courses of the price to simulate, 1 to 100,000
 */
public record ForecastRequest(int paths) {

    private static final int USUAL = 1_000;

    /** What costs well below a second of CPU time. */
    private static final int MOST = 100_000;

    /** Reads the parameter, null where absent. Throws a 400 naming {@code paths}. */
    public static ForecastRequest of(String paths) {
        return new ForecastRequest(paths == null ? USUAL : QueryNumber.of("paths", paths, MOST));
    }

    /** A 503: others are computed, and this one's turn has not come. */
    public static ProblemException waitedTooLong() {
        return new ProblemException(
                ProblemType.OVERLOADED, "Too many forecasts are asked for; wait as Retry-After says, then repeat.");
    }
}
