package org.concurrencylab.generator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.concurrencylab.simulations.Shelf;

/**
 * Runs slices in this JVM, one after another, each as one Gatling run.
 *
 * <p>{@code Gatling.fromArgs} is what {@code Gatling.main} calls before it exits; it is private to Gatling's own
 * package in Scala, and public in bytecode. A process per slice would measure the generator's cold JIT instead.
 */
final class SliceRunner {
    private Shelf shelf;

    /**
     * Runs a slice to its end, the last answers included.
     *
     * @param events told how it goes; every event but the outcome
     */
    List<SliceOutcome> run(SliceRequest request, Consumer<SliceEvent> events) throws InterruptedException {
        return run(request, events, GatlingRun.unreported());
    }

    /**
     * Runs a slice for Gatling's own report. Writing Gatling's log costs the generator time: measure another slice.
     *
     * @param folder where Gatling makes the report's folder
     * @return the report's index.html
     */
    Path report(SliceRequest request, Path folder, Consumer<SliceEvent> events)
            throws InterruptedException, IOException {
        String description =
                request.mix() + " at " + request.ratePerSecond() + "/s, " + String.join(", ", request.baseUrls());
        run(request, events, GatlingRun.reported(folder, description));
        return GatlingRun.newestReport(folder);
    }

    private List<SliceOutcome> run(SliceRequest request, Consumer<SliceEvent> events, GatlingRun gatling)
            throws InterruptedException {
        Shelf books = shelfFor(request);
        books.beginSlice();
        Schedule schedule = Schedule.of(request);
        SliceRecorder recorder = new SliceRecorder(request, schedule, books);
        Announcer announcer = new Announcer(request.turns(), schedule, recorder, events);
        announcer.start();
        try {
            SliceSimulation.with(new SliceSimulation.Slice(request, schedule, recorder, books), gatling::run);
        } catch (RuntimeException | Error e) {
            announcer.abandon();
            // Users that Gatling dropped did not give their books back.
            shelf = null;
            throw e;
        }
        announcer.finish();
        return recorder.outcomes();
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
