package org.concurrencylab.experiments;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.concurrencylab.results.Histograms;
import org.concurrencylab.results.Results.Slice;
import org.concurrencylab.results.Trial;
import org.concurrencylab.statistics.Interval;
import org.concurrencylab.statistics.RatioEstimate;

/** Figures of trials, and how they are printed. */
final class Figures {
    private static final double MICROS_PER_MILLI = 1_000;
    private static final int SIGNIFICANT_DIGITS = 3;

    private Figures() {}

    /** Latency below which that share of the requests stayed, in milliseconds; NaN without a request. */
    static double millis(Slice slice, double percent) {
        Histogram latency = Histograms.decode(slice.latencyMicros());
        return latency.getTotalCount() == 0 ? Double.NaN : latency.getValueAtPercentile(percent) / MICROS_PER_MILLI;
    }

    /** The same of several slices together. */
    static double millis(List<Slice> slices, double percent) {
        Histogram all = new Histogram(SIGNIFICANT_DIGITS);
        slices.forEach(slice -> all.add(Histograms.decode(slice.latencyMicros())));
        return all.getTotalCount() == 0 ? Double.NaN : all.getValueAtPercentile(percent) / MICROS_PER_MILLI;
    }

    /** CPU time of the service per completed request, its compiler's excluded, in milliseconds; NaN if unknown. */
    static double cpuMillisPerRequest(Slice slice) {
        Double millis = slice.usage().requestCpuMillis();
        return millis == null || slice.completed() == 0 ? Double.NaN : millis / slice.completed();
    }

    /** Context switches of all threads of the service per completed request; NaN if unknown. */
    static double switchesPerRequest(Slice slice) {
        Long voluntary = slice.usage().voluntarySwitches();
        Long involuntary = slice.usage().involuntarySwitches();
        return voluntary == null || involuntary == null || slice.completed() == 0
                ? Double.NaN
                : (double) (voluntary + involuntary) / slice.completed();
    }

    /** Contenders in the order in which they appear. */
    static List<String> contenders(List<Trial> trials) {
        return trials.stream().map(Trial::contender).distinct().toList();
    }

    static String rate(double perSecond) {
        return String.format(Locale.ENGLISH, "%,.0f/s", perSecond);
    }

    static String duration(double millis) {
        if (!Double.isFinite(millis)) {
            return "–";
        }
        return millis < 1_000
                ? String.format(Locale.ENGLISH, millis < 10 ? "%.2f ms" : "%.0f ms", millis)
                : String.format(Locale.ENGLISH, "%.2f s", millis / 1_000);
    }

    static String ratio(RatioEstimate ratio) {
        if (Double.isNaN(ratio.value())) {
            return "–";
        }
        return String.format(Locale.ENGLISH, "%.2f×", ratio.value())
                + ratio.interval()
                        .map(interval ->
                                String.format(Locale.ENGLISH, " [%.2f – %.2f]", interval.low(), interval.high()))
                        .orElse("");
    }

    /** Lower end of the interval; NaN without one. */
    static double low(RatioEstimate ratio) {
        return ratio.interval().map(Interval::low).orElse(Double.NaN);
    }

    /** Upper end of the interval; NaN without one. */
    static double high(RatioEstimate ratio) {
        return ratio.interval().map(Interval::high).orElse(Double.NaN);
    }

    static String times(double ratio) {
        return String.format(Locale.ENGLISH, "%.2f×", ratio);
    }

    static String sentences(List<String> names, Function<String, String> sentence) {
        return names.stream().map(sentence).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    }
}
