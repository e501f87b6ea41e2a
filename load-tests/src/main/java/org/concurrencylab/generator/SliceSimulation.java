package org.concurrencylab.generator;

import io.gatling.javaapi.core.Simulation;
import java.time.Duration;
import org.concurrencylab.simulations.BookClient;
import org.concurrencylab.simulations.Shelf;

/**
 * A slice as Gatling wants it: a class with a constructor without parameters. What it needs waits in a thread-local,
 * because Gatling creates the simulation on the thread that starts it.
 */
public final class SliceSimulation extends Simulation {
    private static final ThreadLocal<Slice> SLICE = new ThreadLocal<>();

    record Slice(SliceRequest request, Schedule schedule, SliceRecorder recorder, Shelf shelf) {}

    /** Called by Gatling. */
    public SliceSimulation() {
        Slice slice = SLICE.get();
        Duration timeout = Duration.ofNanos(Math.round(slice.request().requestTimeoutSeconds() * 1e9));
        BookClient client = new BookClient(slice.recorder(), slice.shelf(), timeout);
        setUp(slice.schedule().inject(client))
                .protocols(client.protocol(slice.request().baseUrls()));
    }

    static void with(Slice slice, Runnable run) {
        SLICE.set(slice);
        try {
            run.run();
        } finally {
            SLICE.remove();
        }
    }
}
