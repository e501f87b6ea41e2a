package org.concurrencylab.report;

import java.util.function.ToDoubleFunction;
import org.concurrencylab.report.Row.Limit;

/** The figures that a verdict may be given on. */
public enum Figure {
    /** Requests carried per second. */
    CARRIED(SliceFigures::carriedPerSecond),
    /** Median latency in microseconds. */
    P50(figures -> figures.latencyMicros(50)),
    /** CPU time of the service per request in milliseconds. */
    CPU(SliceFigures::cpuMillisPerRequest);

    private final ToDoubleFunction<SliceFigures> ofSlice;

    Figure(ToDoubleFunction<SliceFigures> ofSlice) {
        this.ofSlice = ofSlice;
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
