package org.concurrencylab.report;

import java.util.function.ToDoubleFunction;
import org.concurrencylab.report.Row.Limit;

/** The figures that a verdict may be given on. */
public enum Figure {
    /** Requests carried per second. */
    CARRIED(SliceFigures::carriedPerSecond, 1),
    /** Median latency in microseconds. */
    P50(figures -> figures.latencyMicros(50), 25),
    /** CPU time of the service per request in milliseconds. */
    CPU(SliceFigures::cpuMillisPerRequest, 6);

    private final ToDoubleFunction<SliceFigures> ofSlice;
    private final int startsPercent;

    Figure(ToDoubleFunction<SliceFigures> ofSlice, int startsPercent) {
        this.ofSlice = ofSlice;
        this.startsPercent = startsPercent;
    }

    /**
     * By how much two processes of one and the same service differ, in percent, in about 19 of 20 cases: each is
     * compiled in its own way. A run that starts each service once cannot know it and must not call less. From the A/A
     * runs in load-tests/README.md, "What a comparison finds".
     */
    public int startsPercent() {
        return startsPercent;
    }

    /** This figure of one slice; NaN where it was not measured. */
    double of(SliceFigures figures) {
        return ofSlice.applyAsDouble(figures);
    }

    /** Equal offers carried, or a latency that only grew with a queue, are no comparison. */
    boolean compares(Limit limit) {
        return switch (this) {
            case CARRIED -> limit != Limit.SAME_OFFER;
            case P50 -> limit == Limit.SAME_OFFER;
            case CPU -> true;
        };
    }
}
