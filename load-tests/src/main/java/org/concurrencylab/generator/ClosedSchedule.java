package org.concurrencylab.generator;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;

import io.gatling.javaapi.core.PopulationBuilder;
import java.util.concurrent.atomic.AtomicLong;
import org.concurrencylab.simulations.BookClient;

/**
 * A closed model: as many users as there are, each sends its next request when its last was answered. A slow service
 * slows such a load down, so nothing is ever late and a stall is seen by one request per user only: coordinated
 * omission (G. Tene, "How NOT to Measure Latency", 2013).
 */
final class ClosedSchedule implements Schedule {
    private static final double NANOS = 1e9;

    private final AtomicLong requests = new AtomicLong();
    private final int users;
    private final double fromSeconds;
    private final double toSeconds;

    ClosedSchedule(SliceRequest request) {
        users = request.users();
        fromSeconds = request.rampSeconds() + request.settleSeconds();
        toSeconds = fromSeconds + request.measuredSeconds();
    }

    /** Users that return: a new user for each request would leave gaps, in a trial a quarter of the time. */
    @Override
    public PopulationBuilder inject(BookClient client) {
        return client.returningUsers("slice").injectOpen(atOnceUsers(users));
    }

    @Override
    public boolean opens(long userId) {
        return false;
    }

    @Override
    public boolean sends(long userId, long nowNanos) {
        return nowNanos < toNanos();
    }

    @Override
    public long number(long userId) {
        return requests.incrementAndGet();
    }

    @Override
    public boolean measures(long userId, long sentNanos) {
        return sentNanos >= fromNanos() && sentNanos < toNanos();
    }

    @Override
    public boolean tellsStart(long userId) {
        return true;
    }

    /** Whenever it was sent: such a user has no time of its own. */
    @Override
    public long intendedNanos(long userId, long sentNanos) {
        return sentNanos;
    }

    @Override
    public long fromNanos() {
        return Math.round(fromSeconds * NANOS);
    }

    @Override
    public long toNanos() {
        return Math.round(toSeconds * NANOS);
    }
}
