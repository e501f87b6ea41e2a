package org.concurrencylab.report;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;
import org.apache.commons.statistics.descriptive.Median;
import org.concurrencylab.results.Histograms;
import org.concurrencylab.results.Results.Slice;

/**
 * The figures of one slice. A figure that was not measured, or that no completed request can give, is NaN.
 *
 * @param slice where they come from
 * @param latency of the requests sent in the measured part, in microseconds
 * @param carriedPerSecond completed requests per second
 * @param cpuMillisPerRequest CPU time of the service per completed request, its compiler's excluded, in milliseconds
 * @param compilerCpus how many CPUs the service's compiler kept busy on average
 * @param switchesPerRequest voluntary context switches of the service per completed request
 * @param latenessP99Micros 99th percentile of how late requests were sent, in microseconds
 */
public record SliceFigures(
        Slice slice,
        Histogram latency,
        double carriedPerSecond,
        double cpuMillisPerRequest,
        double compilerCpus,
        double switchesPerRequest,
        double latenessP99Micros) {

    /** Computes the figures of a slice whose histograms decode. */
    public static SliceFigures of(Slice slice) {
        double requests = slice.completed() == 0 ? Double.NaN : slice.completed();
        return new SliceFigures(
                slice,
                Histograms.decode(slice.latencyMicros()),
                slice.carriedPerSecond(),
                orNaN(slice.usage().requestCpuMillis()) / requests,
                orNaN(slice.usage().serviceCompilerMillis()) / (slice.measuredSeconds() * 1000),
                orNaN(slice.usage().voluntarySwitches()) / requests,
                percentile(Histograms.decode(slice.latenessMicros()), 99));
    }

    /**
     * @param percent e.g. 99
     * @return latency below which that share of the requests stayed, in microseconds
     */
    public double latencyMicros(double percent) {
        return percentile(latency, percent);
    }

    /** Resident memory of the service at the end, in bytes. */
    public double rssBytes() {
        return orNaN(slice.usage().serviceRssBytes());
    }

    /** Platform threads of the service at the end. */
    public double threads() {
        return orNaN(slice.usage().serviceThreads());
    }

    /** Share of the time that the service stood still for garbage collection, 0 to 1. */
    public double pausedShare() {
        return orNaN(slice.usage().gcPauseMillis()) / (slice.measuredSeconds() * 1000);
    }

    /**
     * @param cpuMillis CPU time in the measured part, in milliseconds, or null
     * @return how many CPUs that kept busy on average
     */
    public double busyCpus(Double cpuMillis) {
        return orNaN(cpuMillis) / (slice.measuredSeconds() * 1000);
    }

    /** The median of one figure over slices; figures that were not measured are left out. */
    static double median(List<SliceFigures> slices, ToDoubleFunction<SliceFigures> figure) {
        return Median.withDefaults()
                .evaluate(slices.stream()
                        .mapToDouble(figure)
                        .filter(Double::isFinite)
                        .toArray());
    }

    static double percentile(Histogram histogram, double percent) {
        return histogram.getTotalCount() == 0 ? Double.NaN : histogram.getValueAtPercentile(percent);
    }

    static double orNaN(Number figure) {
        return figure == null ? Double.NaN : figure.doubleValue();
    }
}
