package org.concurrencylab.report;

import java.util.List;
import java.util.Locale;
import org.concurrencylab.report.Row.Limit;
import org.concurrencylab.statistics.Interval;
import org.concurrencylab.statistics.RatioEstimate;

/** Figures and lists as people read them; the same in every locale. A missing figure (NaN) is an en dash. */
final class Format {
    static final String NONE = "–";
    private static final double MEBIBYTE = 1024.0 * 1024.0;

    private Format() {}

    static String count(double number) {
        return finite(number, "%,.0f", number);
    }

    static String rate(double perSecond) {
        return finite(perSecond, perSecond < 10 ? "%,.1f/s" : "%,.0f/s", perSecond);
    }

    static String decimals(double number, int places) {
        return finite(number, "%,." + places + "f", number);
    }

    /** Three significant digits, in milliseconds below one second and in seconds from there on. */
    static String duration(double micros) {
        double millis = micros / 1000;
        if (millis >= 999.5) {
            return finite(millis, millis < 9_995 ? "%.2f s" : "%,.1f s", millis / 1000);
        }
        return finite(millis, millis < 9.995 ? "%.2f ms" : millis < 99.95 ? "%.1f ms" : "%.0f ms", millis);
    }

    /** Without needless decimals: 4, 0.5. */
    static String seconds(double seconds) {
        return seconds == Math.rint(seconds) ? count(seconds) : decimals(seconds, 1);
    }

    /** The text with every interval kept on one line; without the word joiner a line may end after the dash. */
    static String unbroken(String text) {
        return text.replaceAll("\\[([^ ]+) – ([^ ]+)\\]", "[$1\u00A0–\u2060\u00A0$2]");
    }

    /** Minutes and seconds. */
    static String wallClock(double seconds) {
        long whole = Math.round(seconds);
        return whole < 60 ? whole + " s" : whole / 60 + " min " + whole % 60 + " s";
    }

    static String cpu(double millis) {
        return finite(millis, "%.3f ms", millis);
    }

    static String mebibytes(double bytes) {
        return finite(bytes, "%,.0f MiB", bytes / MEBIBYTE);
    }

    static String ratio(Ratio ratio) {
        if (ratio.blocks() == 0) {
            return NONE;
        }
        return Double.isNaN(ratio.low())
                ? times(ratio.value()) + " (" + extent(ratio.estimate()) + ", no interval)"
                : times(ratio.value(), ratio.estimate().interval().orElseThrow());
    }

    /** "1.20× [1.10 – 1.31]". */
    static String times(double ratio, Interval interval) {
        return times(ratio) + " [" + bare(interval.low()) + " – " + bare(interval.high()) + "]";
    }

    /** What an interval would have been taken over: "2 rounds" or "1 block". */
    private static String extent(RatioEstimate estimate) {
        return estimate.rounds() > 1
                ? estimate.rounds() + " rounds"
                : estimate.pairs() + (estimate.pairs() == 1 ? " block" : " blocks");
    }

    static String carriedRatio(Ratio ratio, Limit limit) {
        return switch (ratio.blocks() == 0 ? Limit.NONE : limit) {
            case NONE -> ratio(ratio);
            case AT_LEAST -> "≥ " + ratio(ratio);
            case AT_MOST -> "≤ " + ratio(ratio);
            case SAME_OFFER -> "as offered";
        };
    }

    static String times(double ratio) {
        return finite(ratio, "%s×", bare(ratio));
    }

    static String percent(double share) {
        return finite(share, "%.0f %%", 100 * share);
    }

    static String bound(Bound bound) {
        return switch (bound) {
            case Bound.Predicted predicted ->
                "worker pool (predicted " + rate(predicted.prediction().carriedPerSecond()) + ")";
            case Bound.Offer offer -> "nothing: the offered rate";
            case Bound.ServiceCpu cpu -> "service CPU (" + percent(cpu.busy()) + " busy)";
            case Bound.ConnectionPool pool -> "connection pool (all " + pool.connections() + " in use)";
            case Bound.Database database -> "not the service: database CPU";
            case Bound.Generator generator -> "not the service: generator CPU";
            case Bound.Undetermined undetermined -> "not determined";
        };
    }

    /** "a", "a and b", "a, b and c". */
    static String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        return String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
    }

    private static String bare(double ratio) {
        return finite(ratio, ratio < 0.1 ? "%.3f" : ratio < 99.5 ? "%.2f" : "%,.0f", ratio);
    }

    private static String finite(double number, String pattern, Object value) {
        return Double.isFinite(number) ? String.format(Locale.ROOT, pattern, value) : NONE;
    }
}
