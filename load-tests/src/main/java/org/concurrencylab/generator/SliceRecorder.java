package org.concurrencylab.generator;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.concurrencylab.results.Histograms;
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
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final long NOT_YET = Long.MAX_VALUE;

    private final SliceRequest request;
    private final Schedule schedule;
    private final Shelf shelf;
    private final long timeoutNanos;
    private final LongAccumulator startNanos = new LongAccumulator(Math::min, NOT_YET);

    private final Recorder latency = new Recorder(SIGNIFICANT_DIGITS);
    private final Recorder lateness = new Recorder(SIGNIFICANT_DIGITS);
    private final Map<String, LongAdder> statuses = new ConcurrentHashMap<>();
    private final LongAdder errors = new LongAdder();
    private final LongAdder completedInWindow = new LongAdder();
    private final LongAdder begun = new LongAdder();
    private final LongAdder ended = new LongAdder();
    private final LongAdder allGood = new LongAdder();
    private volatile long inFlightSum;
    private volatile long inFlightCounts;
    private final Histogram latencySoFar = new Histogram(SIGNIFICANT_DIGITS);
    private Histogram recentLatency;

    SliceRecorder(SliceRequest request, Schedule schedule, Shelf shelf) {
        this.request = request;
        this.schedule = schedule;
        this.shelf = shelf;
        this.timeoutNanos = Math.round(request.requestTimeoutSeconds() * 1e9);
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
        begun.increment();
        SplittableRandom random = new SplittableRandom(request.seed() * 31 + schedule.number(userId));
        Operation operation =
                schedule.opens(userId) ? Operation.READ : request.mix().draw(random);
        return Optional.of(shelf.prepare(operation, random));
    }

    @Override
    public void ended(long userId, Call call) {
        boolean good = call.good();
        ended.increment();
        if (good) {
            allGood.increment();
        }
        long start = startNanos.get();
        long sinceStart = call.endedNanos() - start;
        if (good && !schedule.opens(userId) && sinceStart >= schedule.fromNanos() && sinceStart < schedule.toNanos()) {
            completedInWindow.increment();
        }
        long sent = call.firstSentNanos() - start;
        if (schedule.measures(userId, sent)) {
            record(call, good, start + schedule.intendedNanos(userId, sent));
        }
    }

    private void record(Call call, boolean good, long intendedNanos) {
        String result = call.result(timeoutNanos);
        statuses.computeIfAbsent(result, key -> new LongAdder()).increment();
        lateness.recordValue(micros(call.firstSentNanos() - intendedNanos));
        if (!good) {
            errors.increment();
        }
        if (good || result.equals(Call.TIMEOUT)) {
            latency.recordValue(micros(call.endedNanos() - call.sentNanos()));
        }
    }

    private static long micros(long nanos) {
        return Math.max(0, TimeUnit.NANOSECONDS.toMicros(nanos));
    }

    boolean started() {
        return startNanos.get() != NOT_YET;
    }

    /** When the injection began, in {@link System#nanoTime()}; meaningless before {@link #started()}. */
    long startNanos() {
        return startNanos.get();
    }

    /** Good answers since the slice's start, whatever part they belong to. */
    long allGood() {
        return allGood.sum();
    }

    /** Bad answers and failures since the slice's start, whatever part they belong to. */
    long allBad() {
        return ended.sum() - allGood.sum();
    }

    long inFlight() {
        return Math.max(0, begun.sum() - ended.sum());
    }

    /** Counts what is under way at this moment for the mean of {@link #outcome()}; by one thread. */
    void countInFlight() {
        inFlightSum += inFlight();
        inFlightCounts++;
    }

    /**
     * Latency of the measured part's answers since the call before, in microseconds; overwritten by the next call. By
     * one thread, and not at the same time as {@link #outcome()}. Those who record do not wait for it.
     */
    Histogram recentLatency() {
        recentLatency = latency.getIntervalHistogram(recentLatency);
        latencySoFar.add(recentLatency);
        return recentLatency;
    }

    /** To be called once, after the last answer. */
    SliceOutcome outcome() {
        Map<String, Long> counts = new TreeMap<>();
        statuses.forEach((result, count) -> counts.put(result, count.sum()));
        long fromNanos = startNanos.get() + schedule.fromNanos();
        recentLatency();
        return new SliceOutcome(
                Instant.now().minusNanos(System.nanoTime() - fromNanos),
                request.measuredSeconds(),
                counts.values().stream().mapToLong(Long::longValue).sum(),
                completedInWindow.sum(),
                counts,
                errors.sum(),
                Histograms.encode(latencySoFar),
                Histograms.encode(lateness.getIntervalHistogram()),
                inFlightCounts == 0 ? 0 : (double) inFlightSum / inFlightCounts);
    }
}
