package org.concurrencylab.generator;

import io.gatling.app.Gatling$;
import java.util.function.Consumer;
import org.concurrencylab.simulations.Shelf;

/**
 * Runs slices in this JVM, one after another, each as one Gatling run.
 *
 * <p>{@code Gatling.fromArgs} is what {@code Gatling.main} calls before it exits; it is private to Gatling's own
 * package in Scala, and public in bytecode. A process per slice would measure the generator's cold JIT instead.
 */
final class SliceRunner {
    private static final String[] ARGUMENTS = {"--simulation", SliceSimulation.class.getName(), "--no-reports"};

    private Shelf shelf;

    /**
     * Runs a slice to its end, the last answers included.
     *
     * @param events told how it goes; every event but the outcome
     */
    SliceOutcome run(SliceRequest request, Consumer<SliceEvent> events) throws InterruptedException {
        Shelf books = shelfFor(request);
        books.beginSlice();
        Schedule schedule = new Schedule(request);
        SliceRecorder recorder = new SliceRecorder(request, schedule, books);
        Announcer announcer = new Announcer(schedule, recorder, events);
        announcer.start();
        try {
            SliceSimulation.with(
                    new SliceSimulation.Slice(request, schedule, recorder, books),
                    () -> Gatling$.MODULE$.fromArgs(ARGUMENTS));
        } catch (RuntimeException | Error e) {
            announcer.abandon();
            // Users that Gatling dropped did not give their books back.
            shelf = null;
            throw e;
        }
        announcer.finish();
        return recorder.outcome();
    }

    private Shelf shelfFor(SliceRequest request) {
        if (request.freshData()) {
            shelf = Shelf.fresh(request.seed());
        } else if (shelf == null) {
            shelf = Shelf.unknown(request.seed());
        }
        return shelf;
    }
}
