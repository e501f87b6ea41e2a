package org.concurrencylab.generator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.concurrencylab.simulations.Call;
import org.concurrencylab.simulations.Operation;
import org.concurrencylab.simulations.Shelf;
import org.concurrencylab.simulations.Traffic;

/**
 * Gives each user of a slice its task and records what became of it, in microseconds. Thread-safe.
 *
 * <p>Gatling does not tell when its injection began. No user starts early, so that moment is the least of all actual
 * starts minus their offsets; the opening users give it to the millisecond, and the ramp sharpens it. It is settled
 * when the measured part begins.
 */
final class SliceRecorder implements Traffic {
    private static final long NOT_YET = Long.MAX_VALUE;

    private final SliceRequest request;
    private final Schedule schedule;
    private final Shelf shelf;
    private final long timeoutNanos;
    private final LongAccumulator startNanos = new LongAccumulator(Math::min, NOT_YET);
    private final List<Tally> tallies;

    SliceRecorder(SliceRequest request, Schedule schedule, Shelf shelf) {
        this.request = request;
        this.schedule = schedule;
        this.shelf = shelf;
        this.timeoutNanos = Math.round(request.requestTimeoutSeconds() * 1e9);
        this.tallies = Stream.generate(Tally::new).limit(request.parts()).toList();
    }

    @Override
    public Optional<Call> begin(long userId) {
        return begin(userId, System.nanoTime());
    }

    Optional<Call> begin(long userId, long nowNanos) {
        if (schedule.tellsStart(userId)) {
            startNanos.accumulate(nowNanos - schedule.intendedNanos(userId, 0));
        }
        if (!schedule.sends(userId, nowNanos - startNanos.get())) {
            return Optional.empty();
        }
        int part = schedule.part(userId);
        tallies.get(part).begin();
        SplittableRandom random = new SplittableRandom(request.seed() * 31 + schedule.number(userId));
        Operation operation =
                schedule.opens(userId) ? Operation.READ : request.mix().draw(random);
        Call call = shelf.prepare(operation, random);
        if (request.turns() != null) {
            call.to(request.baseUrls().get(part));
        }
        return Optional.of(call);
    }

    @Override
    public void ended(long userId, Call call) {
        Tally tally = tallies.get(schedule.part(userId));
        boolean good = call.good();
        long start = startNanos.get();
        long sinceStart = call.endedNanos() - start;
        long sent = call.firstSentNanos() - start;
        boolean measured = schedule.measures(userId, sent);
        boolean inTurn = sinceStart <= schedule.turnEndsNanos(userId);
        tally.end(good, request.turns() == null ? isMeasured(userId, sinceStart) : measured && inTurn);
        if (measured) {
            tally.record(call, good, start + schedule.intendedNanos(userId, sent), timeoutNanos, !inTurn);
        }
    }

    private boolean isMeasured(long userId, long sinceStart) {
        return !schedule.opens(userId) && sinceStart >= schedule.fromNanos() && sinceStart < schedule.toNanos();
    }

    boolean started() {
        return startNanos.get() != NOT_YET;
    }

    /** When the injection began, in {@link System#nanoTime()}; meaningless before {@link #started()}. */
    long startNanos() {
        return startNanos.get();
    }

    /** What is recorded of one of the slice's parts, from 0. */
    Tally part(int number) {
        return tallies.get(number);
    }

    /** To be called once, after the last answer. */
    List<SliceOutcome> outcomes() {
        long fromNanos = startNanos.get() + schedule.fromNanos();
        Instant measuredFrom = Instant.now().minusNanos(System.nanoTime() - fromNanos);
        return IntStream.range(0, tallies.size())
                .mapToObj(part -> tallies.get(part).outcome(measuredFrom, request.measuredSeconds(part)))
                .toList();
    }
}
