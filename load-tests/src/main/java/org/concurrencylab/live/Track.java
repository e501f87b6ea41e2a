package org.concurrencylab.live;

import java.util.ArrayList;
import java.util.List;
import org.concurrencylab.generator.SliceEvent;
import org.concurrencylab.live.LiveEvent.Target;
import org.concurrencylab.results.Results.Slice;

/**
 * One contender under one workload, so far.
 *
 * @param last what the last half second of load showed; null before the first
 * @param fresh whether that was in the slice that goes on
 * @param latest figures of the slice that ended last, valid or not
 * @param slices figures of its valid slices, the second ones of a block excluded
 * @param points the time line, one per half second of full load
 * @param errors bad answers and failures of slices that are over
 * @param newErrors those of the slice that goes on
 */
record Track(
        SliceEvent.Progress last,
        boolean fresh,
        Figures latest,
        List<Figures> slices,
        List<Point> points,
        long errors,
        long newErrors) {

    static final Track EMPTY = new Track(null, false, Figures.NONE, List.of(), List.of(), 0, 0);

    private static final int MOST_POINTS = 240;
    private static final double SAMPLE_SECONDS = 0.5;
    private static final double TOLERANCE_SECONDS = 0.05;

    /**
     * Half a second.
     *
     * @param rate requests carried per second
     * @param p99 99th percentile of the latency in microseconds; null when nothing was answered
     */
    record Point(double rate, Long p99) {}

    Track began() {
        return new Track(last, false, latest, slices, points, errors + newErrors, 0);
    }

    /**
     * Only half seconds at the full load are shown: the ramp and the wait for the last answers are no dips. The time
     * line leaves out second slices of a block, which would make it longer than the others'.
     */
    Track sampled(SliceEvent.Progress sample, Target target) {
        boolean counts = sample.elapsedSeconds() - SAMPLE_SECONDS >= target.fromSeconds() - TOLERANCE_SECONDS
                && sample.elapsedSeconds() <= target.toSeconds() + TOLERANCE_SECONDS;
        return counts
                ? new Track(
                        sample, true, latest, slices, target.again() ? points : longer(sample), errors, sample.errors())
                : new Track(last, fresh, latest, slices, points, errors, sample.errors());
    }

    Track ended(Slice slice) {
        Figures figures = Figures.of(slice);
        List<Figures> more = new ArrayList<>(slices);
        if (slice.valid() && !slice.twin()) {
            more.add(figures);
        }
        return new Track(last, false, figures, List.copyOf(more), points, errors + slice.errors(), 0);
    }

    /**
     * Of this moment while it is loaded, of all valid slices otherwise, and the last ones known where there is none.
     */
    Figures figures() {
        Figures over = slices.isEmpty() ? latest : Figures.median(slices);
        boolean now = last != null && (fresh || over.equals(Figures.NONE));
        return now ? over.with(last) : over;
    }

    long allErrors() {
        return errors + newErrors;
    }

    private List<Point> longer(SliceEvent.Progress sample) {
        List<Point> longer = new ArrayList<>(points);
        longer.add(new Point(sample.completedPerSecond(), sample.p99Micros()));
        return List.copyOf(longer.subList(Math.max(0, longer.size() - MOST_POINTS), longer.size()));
    }
}
