package org.concurrencylab.experiments;

import java.util.Arrays;
import java.util.List;

/**
 * What courses say of event loops and threads, mostly in prose and for Python, one claim per line. Each is put to the
 * test by one experiment, which rules on it.
 */
public enum Claim {
    /** Fan-out. */
    C1(
            "For fan-out I/O the event loop beats a thread pool, and both beat one after another by far.",
            "160 sites in 0.49 s; about 7× faster than multithreaded, more than 30× faster than sequential",
            "fan-out"),
    /** Requests that wait. */
    C2("For I/O-bound requests an event loop sustains far more concurrent requests than threads.", "", "external"),
    /** Threads against one thread. */
    C3("Threads help I/O-bound work too: while one waits, others run.", "", "external"),
    /** Requests that compute. */
    C4("Threads suit CPU-bound work, an event loop does not.", "", "cpu"),
    /** Computing elsewhere. */
    C5("Best of both: the event loop for requests, CPU-heavy work handed to worker threads.", "", "cpu"),
    /** One bad call. */
    C6("One blocking call on the event loop stalls every other request.", "", "blocked-loop"),
    /** Memory in flight. */
    C7("An event loop needs less memory than threads for the same number of requests in flight.", "", "memory"),
    /** Switching. */
    C8("Threads pay for context switches.", "", "crud"),
    /** Isolation of faults. */
    C9(
            "An error or a hang in one task does not hurt the others under an event loop, and may under threads.",
            "",
            "failure"),
    /** Races. */
    C10("Threads bring race conditions; an event loop protects from them.", "", "race"),
    /** Finding faults. */
    C11("Asynchronous code is harder to debug.", "", "stack-trace"),
    /** Writing. */
    C12("Asynchronous code is harder to write and to maintain.", "other articles say easier", "code"),
    /** Small loads. */
    C13("Below some load the overhead of concurrency outweighs its benefit.", "", "crud"),
    /** The pool. */
    C14(
            "Database-bound work is decided by the connection pool, not by the concurrency model.",
            "pool of 10: 104, 106 and 99 operations/s for platform threads, virtual threads and reactive",
            "pool"),
    /** The mapper. */
    C15("What is blamed on the concurrency model is often the ORM.", "", "persistence");

    private final String sentence;
    private final String published;
    private final String experiment;

    Claim(String sentence, String published, String experiment) {
        this.sentence = sentence;
        this.published = published;
        this.experiment = experiment;
    }

    /** Those that the experiment of this name rules on. */
    public static List<Claim> of(String experiment) {
        return Arrays.stream(values())
                .filter(claim -> claim.experiment.equals(experiment))
                .toList();
    }

    /** The claim in words. */
    public String sentence() {
        return sentence;
    }

    /** What was published with it: a figure, or what others say; empty when nothing was. */
    public String published() {
        return published;
    }

    /** Name of the experiment that rules on it. */
    public String experiment() {
        return experiment;
    }
}
