package org.concurrencylab.live;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Median;
import org.concurrencylab.generator.SliceEvent;
import org.concurrencylab.report.SliceFigures;
import org.concurrencylab.results.Results.Slice;

/**
 * What the page shows of a contender. Null is what is not known.
 *
 * @param rate requests carried per second
 * @param p50 median latency in microseconds
 * @param p99 99th percentile of the latency in microseconds
 * @param inFlight requests under way
 * @param threads platform threads of the service
 * @param cpuShare share of the time that the service's CPUs were busy, 0 to 1
 * @param cpuMillis CPU time of the service per request, its compiler's excluded, in milliseconds
 */
record Figures(
        Double rate, Double p50, Double p99, Double inFlight, Double threads, Double cpuShare, Double cpuMillis) {

    static final Figures NONE = new Figures(null, null, null, null, null, null, null);

    /** Of a finished slice. Histograms are not kept: a long run has hundreds of slices. */
    static Figures of(Slice slice) {
        SliceFigures figures = SliceFigures.of(slice);
        return new Figures(
                known(figures.carriedPerSecond()),
                known(figures.latencyMicros(50)),
                known(figures.latencyMicros(99)),
                slice.inFlight(),
                known(figures.threads()),
                slice.usage().serviceCpusBusy(),
                known(figures.cpuMillisPerRequest()));
    }

    /** The median of each figure over slices, as the report has it. */
    static Figures median(List<Figures> slices) {
        return new Figures(
                median(slices, Figures::rate),
                median(slices, Figures::p50),
                median(slices, Figures::p99),
                median(slices, Figures::inFlight),
                median(slices, Figures::threads),
                median(slices, Figures::cpuShare),
                median(slices, Figures::cpuMillis));
    }

    /** The same with what the last half second showed; what the generator cannot see stays. */
    Figures with(SliceEvent.Progress sample) {
        return new Figures(
                sample.completedPerSecond(),
                number(sample.p50Micros()),
                number(sample.p99Micros()),
                (double) sample.inFlight(),
                threads,
                cpuShare,
                cpuMillis);
    }

    private static Double median(List<Figures> slices, Function<Figures, Double> figure) {
        return known(Median.withDefaults()
                .evaluate(slices.stream()
                        .map(figure)
                        .flatMap(Stream::ofNullable)
                        .mapToDouble(Double::doubleValue)
                        .toArray()));
    }

    private static Double number(Long value) {
        return value == null ? null : Double.valueOf(value);
    }

    private static Double known(double value) {
        return Double.isFinite(value) ? Double.valueOf(value) : null;
    }
}
