package org.concurrencylab.api.http;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.OptionalInt;
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

    /**
     * How many forecasts a service computes at once: as many as there are processors, unless it is set.
     *
     * @param setting {@code lab.forecasts-at-once}
     * @throws ConfigurationException with one sentence, when it is below 1
     */
    public static int atOnce(OptionalInt setting) {
        return AtLeastOne.of(
                "lab.forecasts-at-once", setting.orElse(Runtime.getRuntime().availableProcessors()));
    }

    /** A 503: others are computed, and this one's turn has not come. */
    public static ProblemException waitedTooLong() {
        return new ProblemException(
                ProblemType.OVERLOADED, "Too many forecasts are asked for; wait as Retry-After says, then repeat.");
    }
}
