package org.concurrencylab.experiments;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.concurrencylab.experiments.Picture.Line;
import org.concurrencylab.experiments.Picture.Point;
import org.concurrencylab.results.Results.Slice;
import org.concurrencylab.results.Trial;

/** What a service takes for the requests that it has under way. */
final class InFlight {
    private static final double BYTES_PER_MEBIBYTE = 1 << 20;

    private InFlight() {}

    static Picture memory(List<Trial> trials) {
        return picture(
                "memory",
                "How much memory do requests under way take?",
                "Resident memory of the whole process; it does not shrink again, so a line may only rise.",
                "MiB resident",
                trials,
                slice -> slice.usage().serviceRssBytes() == null
                        ? Double.NaN
                        : slice.usage().serviceRssBytes() / BYTES_PER_MEBIBYTE,
                mebibytes -> String.format(Locale.ENGLISH, "%,.0f MiB", mebibytes));
    }

    static Picture threads(List<Trial> trials) {
        return picture(
                "threads",
                "How many threads do requests under way take?",
                "Threads of the operating system; a pool that is full keeps further requests waiting for one.",
                "platform threads",
                trials,
                slice -> slice.usage().serviceThreads() == null
                        ? Double.NaN
                        : slice.usage().serviceThreads().doubleValue(),
                threads -> String.format(Locale.ENGLISH, "%,.0f threads", threads));
    }

    private static Picture picture(
            String key,
            String question,
            String howToRead,
            String unit,
            List<Trial> trials,
            ToDoubleFunction<Slice> figure,
            Function<Double, String> text) {
        return new Picture(
                key,
                question,
                howToRead,
                "requests in flight, mean",
                unit,
                false,
                Figures.contenders(trials).stream()
                        .map(contender -> new Line(
                                contender,
                                trials.stream()
                                        .filter(trial -> trial.contender().equals(contender))
                                        .map(Trial::slice)
                                        .filter(slice -> Double.isFinite(figure.applyAsDouble(slice)))
                                        .sorted(Comparator.comparingDouble(Slice::inFlight))
                                        .map(slice -> point(slice, figure.applyAsDouble(slice), text))
                                        .toList()))
                        .toList());
    }

    private static Point point(Slice slice, double figure, Function<Double, String> text) {
        return new Point(
                slice.inFlight(),
                figure,
                String.format(Locale.ENGLISH, "%,.0f in flight: ", slice.inFlight()) + text.apply(figure));
    }
}
