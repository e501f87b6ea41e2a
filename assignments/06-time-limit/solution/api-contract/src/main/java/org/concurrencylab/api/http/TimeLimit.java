package org.concurrencylab.api.http;

import java.time.Duration;

/**
 * The query parameter {@code withinMillis} of {@code GET /books/{id}/offers}.
 *
 * @param most longest wait for all sellers of the request; null where nobody asked for a limit
 */
public record TimeLimit(Duration most) {

    private static final int MOST_MILLIS = 10_000;

    /** Reads the parameter, null where absent. Throws a 400 naming {@code withinMillis}. */
    public static TimeLimit of(String withinMillis) {
        return new TimeLimit(
                withinMillis == null
                        ? null
                        : Duration.ofMillis(QueryNumber.of("withinMillis", withinMillis, MOST_MILLIS)));
    }

    /** The limit, but no longer than usual. */
    public Duration within(Duration usual) {
        return most == null || most.compareTo(usual) > 0 ? usual : most;
    }
}
