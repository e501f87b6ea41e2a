package org.concurrencylab.compare;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.concurrencylab.environment.GcLog;
import org.concurrencylab.generator.GeneratorProcess;
import org.concurrencylab.generator.SliceEvent;
import org.concurrencylab.generator.SliceListener;
import org.concurrencylab.generator.SliceOutcome;
import org.concurrencylab.generator.SliceRequest;
import org.concurrencylab.results.Finding;
import org.concurrencylab.results.Results.Slice;
import org.concurrencylab.results.Usage;

/** Measures one contender under one workload for a few seconds: the load, and what the processes use meanwhile. */
final class SliceMeasurement {

    private static final double MILLIS = 1_000;

    private final GeneratorProcess generator;
    private final Meters meters;
    private final Sessions sessions;
    private final Progress progress;

    SliceMeasurement(GeneratorProcess generator, Meters meters, Sessions sessions, Progress progress) {
        this.generator = generator;
        this.meters = meters;
        this.sessions = sessions;
        this.progress = progress;
    }

    /**
     * One slice's place in the run.
     *
     * @param round start of the services, from 0
     * @param block repetition in the round, from 0
     * @param position place in the whole run, from 0
     * @param freshData whether the rows were reset since the slice before
     * @param seed of the users' choices, the same for all that are held against one another
     */
    record Place(int round, int block, int position, boolean freshData, long seed) {
        /** Of one of several blocks that are measured in one go, and a slice in it. */
        Place within(int blocks, int number, int slice) {
            return new Place(round, block * blocks + number, position + slice, freshData, seed);
        }
    }

    Slice measure(Load load, Plan.SliceLength length, Entrant entrant, Place place) {
        Subject subject = entrant.subject();
        SliceRequest request = new SliceRequest(
                subject.url(),
                load.mix(),
                load.ratePerSecond(),
                length.rampSeconds(),
                length.settleSeconds(),
                length.measuredSeconds(),
                Plan.TIMEOUT_SECONDS,
                place.freshData(),
                place.seed());
        return measure(request, load.name(), entrant, place, SliceListener.SILENT);
    }

    /** Any slice, and somebody else who hears when its measured part begins. */
    Slice measure(SliceRequest request, String workload, Entrant entrant, Place place, SliceListener other) {
        Meter meter = new Meter(entrant.subject(), other);
        SliceOutcome outcome = generator.run(request, meter);
        Usage usage = meter.usage(outcome);
        // A closed model sends what it sends.
        double asked = request.users() > 0 ? outcome.sent() / outcome.measuredSeconds() : request.ratePerSecond();
        return slice(workload, entrant, place, request, outcome, usage, Gate.check(asked, outcome, usage));
    }

    static Slice slice(
            String workload,
            Entrant entrant,
            Place place,
            SliceRequest request,
            SliceOutcome outcome,
            Usage usage,
            List<Finding> findings) {
        return new Slice(
                workload,
                entrant.subject().name(),
                place.round(),
                place.block(),
                place.position(),
                entrant.twin(),
                false,
                outcome.measuredFrom(),
                request.rampSeconds(),
                request.settleSeconds(),
                outcome.measuredSeconds(),
                outcome.sent(),
                outcome.completed(),
                outcome.statuses(),
                outcome.errors(),
                outcome.latencyMicros(),
                outcome.latenessMicros(),
                outcome.inFlight(),
                usage,
                findings);
    }

    /** Reads the processes' use at both ends of the measured part, and the database's sessions now and then. */
    private final class Meter implements SliceListener {
        private final Subject subject;
        private final SliceListener other;
        private final List<Integer> busySessions = new ArrayList<>();
        private Reading before;
        private Reading after;

        Meter(Subject subject, SliceListener other) {
            this.subject = subject;
            this.other = other;
        }

        @Override
        public void measuring() {
            before = meters.read(List.of(subject));
            other.measuring();
        }

        @Override
        public void measured() {
            busySessions.add(sessions.busy());
            after = meters.read(List.of(subject));
        }

        @Override
        public void progress(SliceEvent.Progress event) {
            if (before != null && after == null) {
                busySessions.add(sessions.busy());
            }
            progress.sample(event);
        }

        Usage usage(SliceOutcome outcome) {
            Instant from = outcome.measuredFrom();
            GcLog.Pauses pauses =
                    subject.pauses(from, from.plus(Duration.ofMillis(Math.round(outcome.measuredSeconds() * MILLIS))));
            Double busy = Means.of(busySessions);
            return after.since(before, subject).with(pauses.count(), pauses.millis(), busy);
        }
    }
}
