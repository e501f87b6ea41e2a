package org.concurrencylab.generator;

import java.util.List;
import org.concurrencylab.simulations.BaseUrl;
import org.concurrencylab.simulations.Mix;

/**
 * One slice of load, ramped up, settled, measured: an open model (users come at a rate, whatever the service does) or a
 * closed one (so many users, each sends its next request when its last was answered).
 *
 * @param baseUrls the services, such as http://127.0.0.1:8081; several get the users in turn
 * @param mix what the users do
 * @param users of a closed model; 0 for an open one
 * @param ratePerSecond of an open model: requests per second, spread evenly to the millisecond; 0 for a closed one
 * @param rampSeconds in which the rate grows linearly from nothing; never reported
 * @param settleSeconds at the full rate before the measured part; never reported
 * @param measuredSeconds the measured part
 * @param requestTimeoutSeconds what is not answered within it is a timeout
 * @param freshData true if the database was reset to the seed since the slice before: all versions are 0 again. If
 *     false, what earlier slices of this generator learnt about the books still holds, whichever service they loaded:
 *     one generator is for services on one database
 * @param seed of the order of operations and books: the same seed gives each user the same task
 * @param turns in which an open slice loads its services, each with the whole rate; null to deal them the users in turn
 */
public record SliceRequest(
        List<String> baseUrls,
        Mix mix,
        int users,
        double ratePerSecond,
        double rampSeconds,
        double settleSeconds,
        double measuredSeconds,
        double requestTimeoutSeconds,
        boolean freshData,
        long seed,
        Turns turns)
        implements GeneratorRequest {
    private static final double MOST_PER_SECOND = 1_000_000;
    private static final int MOST_USERS = 20_000;
    private static final double LONGEST_SECONDS = 3_600;

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException with one sentence
     */
    public SliceRequest {
        baseUrls = baseUrls.stream().map(BaseUrl::of).toList();
        if (baseUrls.isEmpty()) {
            throw new IllegalArgumentException("A slice needs a service.");
        }
        int services = baseUrls.size();
        if (mix == null) {
            throw new IllegalArgumentException("A slice needs a mix of requests.");
        }
        within("The number of users", users, 0, MOST_USERS);
        within("The rate", ratePerSecond, users > 0 ? 0 : Double.MIN_VALUE, users > 0 ? 0 : MOST_PER_SECOND);
        within("The ramp", rampSeconds, 0, LONGEST_SECONDS);
        within("The settling time", settleSeconds, 0, LONGEST_SECONDS);
        within("The measured time", measuredSeconds, 0.001, LONGEST_SECONDS);
        within("The request timeout", requestTimeoutSeconds, 0.001, LONGEST_SECONDS);
        if (turns != null && turns.order().stream().anyMatch(place -> place < 0 || place >= services)) {
            throw new IllegalArgumentException("A turn needs one of the " + services + " services.");
        }
        if (users == 0 && ratePerSecond * measuredSeconds < 1) {
            throw new IllegalArgumentException(
                    "At " + ratePerSecond + "/s no request falls into " + measuredSeconds + " s.");
        }
    }

    /** The same slice as a closed model of so many users. */
    public SliceRequest closed(int closedUsers) {
        return new SliceRequest(
                baseUrls,
                mix,
                closedUsers,
                0,
                rampSeconds,
                settleSeconds,
                measuredSeconds,
                requestTimeoutSeconds,
                freshData,
                seed,
                null);
    }

    /** An open slice in which services take turns. */
    public static SliceRequest inTurns(
            List<String> baseUrls,
            Mix mix,
            double ratePerSecond,
            double settleSeconds,
            Turns turns,
            double requestTimeoutSeconds,
            boolean freshData,
            long seed) {
        return new SliceRequest(
                baseUrls,
                mix,
                0,
                ratePerSecond,
                0,
                settleSeconds,
                turns.seconds(),
                requestTimeoutSeconds,
                freshData,
                seed,
                turns);
    }

    /** An open slice for one service. */
    public SliceRequest(
            String baseUrl,
            Mix mix,
            double ratePerSecond,
            double rampSeconds,
            double settleSeconds,
            double measuredSeconds,
            double requestTimeoutSeconds,
            boolean freshData,
            long seed) {
        this(
                List.of(baseUrl),
                mix,
                0,
                ratePerSecond,
                rampSeconds,
                settleSeconds,
                measuredSeconds,
                requestTimeoutSeconds,
                freshData,
                seed,
                null);
    }

    /** How long a part is asked for something while it is measured, in seconds. */
    double measuredSeconds(int part) {
        return turns == null ? measuredSeconds : turns.secondsOf(part);
    }

    /** How many parts are recorded apart: one, or one for each service that takes turns. */
    int parts() {
        return turns == null ? 1 : baseUrls.size();
    }

    private static void within(String what, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(what + " cannot be " + value + ".");
        }
    }
}
