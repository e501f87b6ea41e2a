package org.concurrencylab.generator;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.concurrencylab.results.Histograms;
import org.concurrencylab.simulations.Call;

/** What became of the requests of a slice, or of one of the services that take turns in it. Thread-safe. */
final class Tally {
    private static final int SIGNIFICANT_DIGITS = 3;
    /**
     * A recorder that grows on demand can lose its own size when two threads make it grow at once, and what it encodes
     * then cannot be decoded (HdrHistogram 2.2.2). So its range is fixed, far beyond any request timeout.
     */
    private static final long MOST_MICROS = TimeUnit.MINUTES.toMicros(10);

    private final Recorder latency = new Recorder(MOST_MICROS, SIGNIFICANT_DIGITS);
    private final Recorder lateness = new Recorder(MOST_MICROS, SIGNIFICANT_DIGITS);
    private final Map<String, LongAdder> statuses = new ConcurrentHashMap<>();
    private final LongAdder errors = new LongAdder();
    private final LongAdder overrun = new LongAdder();
    private final LongAdder completedInWindow = new LongAdder();
    private final LongAdder begun = new LongAdder();
    private final LongAdder ended = new LongAdder();
    private final LongAdder good = new LongAdder();
    private volatile long inFlightSum;
    private volatile long inFlightCounts;
    private final Histogram latencySoFar = new Histogram(SIGNIFICANT_DIGITS);
    private Histogram recentLatency;

    void begin() {
        begun.increment();
    }

    void end(boolean wasGood, boolean inMeasuredPart) {
        ended.increment();
        if (wasGood) {
            good.increment();
            if (inMeasuredPart) {
                completedInWindow.increment();
            }
        }
    }

    /** A request of the measured part. */
    void record(Call call, boolean wasGood, long intendedNanos, long timeoutNanos, boolean tooLong) {
        String result = call.result(timeoutNanos);
        statuses.computeIfAbsent(result, key -> new LongAdder()).increment();
        lateness.recordValue(micros(call.firstSentNanos() - intendedNanos));
        if (!wasGood) {
            errors.increment();
        }
        if (tooLong) {
            overrun.increment();
        }
        if (wasGood || result.equals(Call.TIMEOUT)) {
            latency.recordValue(micros(call.endedNanos() - call.sentNanos()));
        }
    }

    private static long micros(long nanos) {
        return Math.clamp(TimeUnit.NANOSECONDS.toMicros(nanos), 0, MOST_MICROS);
    }

    /** Good answers since the slice's start, whatever part they belong to. */
    long good() {
        return good.sum();
    }

    /** Bad answers and failures since the slice's start, whatever part they belong to. */
    long bad() {
        return ended.sum() - good.sum();
    }

    long inFlight() {
        return Math.max(0, begun.sum() - ended.sum());
    }

    /** Counts what is under way at this moment for the mean of {@link #outcome}; by one thread. */
    void countInFlight() {
        inFlightSum += inFlight();
        inFlightCounts++;
    }

    /**
     * Latency of the measured part's answers since the call before, in microseconds; overwritten by the next call. By
     * one thread, and not at the same time as {@link #outcome}. Those who record do not wait for it.
     */
    Histogram recentLatency() {
        recentLatency = latency.getIntervalHistogram(recentLatency);
        latencySoFar.add(recentLatency);
        return recentLatency;
    }

    /** The same counts without room for values that never came. */
    private static Histogram small(Histogram recorded) {
        Histogram small = new Histogram(SIGNIFICANT_DIGITS);
        small.add(recorded);
        return small;
    }

    /** To be called once, after the last answer. */
    SliceOutcome outcome(Instant measuredFrom, double measuredSeconds) {
        Map<String, Long> counts = new TreeMap<>();
        statuses.forEach((result, count) -> counts.put(result, count.sum()));
        recentLatency();
        return new SliceOutcome(
                measuredFrom,
                measuredSeconds,
                counts.values().stream().mapToLong(Long::longValue).sum(),
                completedInWindow.sum(),
                counts,
                errors.sum(),
                Histograms.encode(latencySoFar),
                Histograms.encode(small(lateness.getIntervalHistogram())),
                inFlightCounts == 0 ? 0 : (double) inFlightSum / inFlightCounts,
                overrun.sum());
    }
}
