package org.concurrencylab.generator;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;

import io.gatling.javaapi.core.PopulationBuilder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.concurrencylab.simulations.BookClient;

/**
 * When each user of a slice is meant to start. Gatling numbers its users in the order of the injection profile, so the
 * intended start follows from the number alone; it is what a generator that falls behind cannot change.
 *
 * <p>Gatling's own steps last whole seconds and ramp in steps of a second. The profile is therefore one constant rate,
 * and users leave at once, without a request, where the ramp is still thinner or the slice is over.
 */
final class OpenSchedule implements Schedule {
    private static final String NAME = "slice";
    private static final int OPENING_MILLIS = 100;
    private static final int MILLIS = 1_000;
    private static final int MOST_PER_MILLI = 1_000;

    private final double rate;
    private final double rampSeconds;
    private final double fromSeconds;
    private final double toSeconds;
    private final int wholeSeconds;
    private final long users;
    private final int openingUsers;
    private final int services;
    private final Turns turns;

    OpenSchedule(SliceRequest request) {
        rate = request.ratePerSecond();
        rampSeconds = request.rampSeconds();
        fromSeconds = rampSeconds + request.settleSeconds();
        toSeconds = fromSeconds + request.measuredSeconds();
        wholeSeconds = (int) Math.ceil(toSeconds);
        users = Math.round(wholeSeconds * rate);
        turns = request.turns();
        services = request.parts();
        openingUsers = BookClient.OPENING_USERS
                * (int)
                        (turns == null
                                ? 1
                                : request.baseUrls().stream().distinct().count());
    }

    @Override
    public PopulationBuilder inject(BookClient client) {
        return client.users(NAME)
                .injectOpen(
                        atOnceUsers(openingUsers),
                        nothingFor(Duration.ofMillis(OPENING_MILLIS)),
                        constantUsersPerSec(rate).during(Duration.ofSeconds(wholeSeconds)));
    }

    @Override
    public boolean opens(long userId) {
        return userId <= openingUsers;
    }

    @Override
    public boolean sends(long userId, long nowNanos) {
        return sends(userId);
    }

    /** The same for all services that take turns in a cycle. */
    @Override
    public long number(long userId) {
        if (turns == null || opens(userId)) {
            return userId;
        }
        long index = index(userId);
        long inSameMilli = 0;
        while (inSameMilli < index && loadMillis(index - inSameMilli - 1) == loadMillis(index)) {
            inSameMilli++;
        }
        return turns.taskAt(sinceMeasuring(userId)) * MOST_PER_MILLI + inSameMilli;
    }

    boolean sends(long userId) {
        if (opens(userId)) {
            return true;
        }
        long index = index(userId);
        double second = secondsIntoLoad(index);
        if (turns != null && turns.isQuiet(sinceMeasuring(userId))) {
            return false;
        }
        return second < toSeconds && (second >= rampSeconds || keptInRamp(index));
    }

    /** By its intended start, whenever it was sent. */
    @Override
    public boolean measures(long userId, long sentNanos) {
        return measures(userId);
    }

    boolean measures(long userId) {
        if (opens(userId)) {
            return false;
        }
        double second = secondsIntoLoad(index(userId));
        return second >= fromSeconds && second < toSeconds;
    }

    @Override
    public int part(long userId) {
        if (turns == null) {
            return 0;
        }
        return opens(userId) ? (int) (userId % services) : turns.placeAt(sinceMeasuring(userId));
    }

    @Override
    public long turnEndsNanos(long userId) {
        return turns == null || opens(userId)
                ? Long.MAX_VALUE
                : fromNanos() + TimeUnit.MILLISECONDS.toNanos(turns.endsAt(sinceMeasuring(userId)));
    }

    private long sinceMeasuring(long userId) {
        return loadMillis(index(userId)) - Math.round(fromSeconds * MILLIS);
    }

    /** Its place among the users after the opening ones. */
    private long index(long userId) {
        return userId - openingUsers - 1;
    }

    /** Not by the users of the measured part, so that it is settled when that begins. */
    @Override
    public boolean tellsStart(long userId) {
        return !measures(userId);
    }

    @Override
    public long intendedNanos(long userId, long sentNanos) {
        return TimeUnit.MILLISECONDS.toNanos(offsetMillis(userId));
    }

    /** The intended start in milliseconds after the injection's own start. */
    long offsetMillis(long userId) {
        return opens(userId) ? 0 : OPENING_MILLIS + loadMillis(index(userId));
    }

    @Override
    public long fromNanos() {
        return nanos(fromSeconds);
    }

    @Override
    public long toNanos() {
        return nanos(toSeconds);
    }

    private static long nanos(double seconds) {
        return Math.round((seconds * MILLIS + OPENING_MILLIS) * 1e6);
    }

    /** A linear ramp r·t²/2T thinned out of r·t: user i stays if the whole part of i²/2rT grows with it. */
    private boolean keptInRamp(long index) {
        double scale = 2 * rate * rampSeconds;
        return Math.floor((index + 1.0) * (index + 1.0) / scale) > Math.floor((double) index * index / scale);
    }

    private double secondsIntoLoad(long index) {
        return loadMillis(index) / (double) MILLIS;
    }

    /**
     * As Gatling's RampOpenInjection does it: users are dealt to seconds, and those of a second to its milliseconds.
     */
    private long loadMillis(long index) {
        int second = bucket(users, wholeSeconds, index);
        long before = dealt(users, wholeSeconds, second);
        long inSecond = dealt(users, wholeSeconds, second + 1) - before;
        return (long) second * MILLIS + bucket(inSecond, MILLIS, index - before);
    }

    /** The bucket that holds an item when {@code total} items are dealt evenly. */
    private static int bucket(long total, int buckets, long item) {
        int guess = Math.clamp((long) (item * (double) buckets / total), 0, buckets - 1);
        while (dealt(total, buckets, guess) > item) {
            guess--;
        }
        while (dealt(total, buckets, guess + 1) <= item) {
            guess++;
        }
        return guess;
    }

    /** Items in the first {@code count} buckets; the arithmetic of io.gatling.core.util.Shard, rounding included. */
    private static long dealt(long total, int buckets, int count) {
        if (count == 0) {
            return 0;
        }
        return count == buckets ? total : (long) Math.ceil((double) total / buckets * count);
    }
}
