package org.concurrencylab.generator;

import io.gatling.javaapi.core.PopulationBuilder;
import org.concurrencylab.simulations.BookClient;

/** When the users of a slice start, and which of their requests count. Times are in ns after the injection's start. */
sealed interface Schedule permits OpenSchedule, ClosedSchedule {

    static Schedule of(SliceRequest request) {
        return request.users() > 0 ? new ClosedSchedule(request) : new OpenSchedule(request);
    }

    /** The users, as Gatling injects them. */
    PopulationBuilder inject(BookClient client);

    /** Opening users only open connections; they belong to no part of the slice. */
    boolean opens(long userId);

    /**
     * Whether a user is to make a request, or to leave.
     *
     * @param nowNanos the present
     */
    boolean sends(long userId, long nowNanos);

    /** The number of a user's present request, which decides what it asks for. */
    long number(long userId);

    /**
     * Whether a user's request belongs to the measured part.
     *
     * @param sentNanos when it was sent
     */
    boolean measures(long userId, long sentNanos);

    /** Whether a user's start says when the injection began. */
    boolean tellsStart(long userId);

    /**
     * When a user was meant to send.
     *
     * @param sentNanos when it did
     */
    long intendedNanos(long userId, long sentNanos);

    /** Which part of the slice a user belongs to; all to the first unless services take turns. */
    default int part(long userId) {
        return 0;
    }

    /** Until when a user's answer must be there, or it disturbs another's turn. */
    default long turnEndsNanos(long userId) {
        return Long.MAX_VALUE;
    }

    /** The beginning of the measured part. */
    long fromNanos();

    /** The end of the measured part. */
    long toNanos();
}
