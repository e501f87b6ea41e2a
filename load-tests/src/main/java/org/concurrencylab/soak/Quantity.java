package org.concurrencylab.soak;

import java.util.Locale;
import java.util.function.Function;

/** What is watched for growth. */
enum Quantity {
    RSS("resident memory", Unit.MEBIBYTES, 0, Reading::rssBytes),
    HEAP("heap after GC", Unit.MEBIBYTES, 0, Reading::heapBytes),
    THREADS("threads", Unit.COUNT, Floors.COUNT, Reading::threads),
    CONNECTIONS("database connections", Unit.COUNT, Floors.COUNT, Reading::connections),
    DESCRIPTORS("open files, sockets", Unit.COUNT, Floors.COUNT, Reading::descriptors),
    P50("p50", Unit.MILLIS, Floors.MILLIS, Reading::p50),
    P99("p99", Unit.MILLIS, Floors.MILLIS, Reading::p99),
    ERRORS("errors", Unit.COUNT, 0, Reading::bad);

    private enum Unit {
        MEBIBYTES,
        COUNT,
        MILLIS
    }

    /** A growth below them is none, however small the figure that grew. */
    private static final class Floors {
        /** One more thread of the compiler, and one fewer, are no leak. */
        private static final double COUNT = 2;
        /** What a timer of the generator can be late. */
        private static final double MILLIS = 1;
    }

    private static final double BYTES_PER_MEBIBYTE = 1 << 20;

    private final String words;
    private final Unit unit;
    private final double smallest;
    private final Function<Reading, Double> figure;

    Quantity(String words, Unit unit, double smallest, Function<Reading, Double> figure) {
        this.words = words;
        this.unit = unit;
        this.smallest = smallest;
        this.figure = figure;
    }

    String words() {
        return words;
    }

    /** The least growth over a run that may be called one, in the quantity's own unit. */
    double smallest() {
        return smallest;
    }

    /** Null where it was not read. */
    Double of(Reading reading) {
        return figure.apply(reading);
    }

    /** For people, with its unit. */
    String shown(double value) {
        return switch (unit) {
            case MEBIBYTES -> String.format(Locale.ENGLISH, "%.1f MiB", value / BYTES_PER_MEBIBYTE);
            case COUNT -> String.format(Locale.ENGLISH, "%.0f", value);
            case MILLIS -> String.format(Locale.ENGLISH, "%.1f ms", value);
        };
    }
}
