package org.concurrencylab.grade;

import java.time.Duration;

/**
 * How much a submission may use of what everybody shares.
 *
 * @param build most time for its build
 * @param total most time for all of its grading
 * @param outputBytes most bytes that its build and its services write
 * @param sourceBytes most bytes of its sources
 * @param processes most processes at a time, PostgreSQL's aside; a grading needs about ten
 * @param threads most processes and threads of this user beyond those that there are, where the system can tell
 * @param crowded share of this machine's CPU time in other hands, 0 to 1, above which a lack of time is no fault
 */
public record Limits(
        Duration build,
        Duration total,
        long outputBytes,
        long sourceBytes,
        int processes,
        int threads,
        double crowded) {

    /** Less than three minutes on two cores. */
    public static final Limits USUAL =
            new Limits(Duration.ofSeconds(120), Duration.ofSeconds(170), 8_000_000, 20_000_000, 100, 4_000, 0.25);
}
