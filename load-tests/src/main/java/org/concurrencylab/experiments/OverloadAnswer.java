package org.concurrencylab.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.concurrencylab.experiments.Picture.Line;
import org.concurrencylab.experiments.Picture.Point;
import org.concurrencylab.results.Finding.Kind;
import org.concurrencylab.results.Results.Slice;
import org.concurrencylab.results.Trial;

/**
 * What {@link Overload} has measured, in words and as a picture.
 *
 * @param limits requests that there was room for, each with trials of its own
 */
record OverloadAnswer(List<Integer> limits) {
    private static final double BYTES_PER_MEBIBYTE = 1 << 20;

    /** The answer; of at least one trial. */
    Answer of(List<Trial> trials) {
        List<String> contenders = Figures.contenders(trials);
        return new Answer(
                Figures.sentences(contenders, contender -> words(trials, contender)),
                List.of(picture(trials, contenders)));
    }

    private String words(List<Trial> trials, String contender) {
        return limits.stream()
                .map(limit -> "room for %,d: %s".formatted(limit, words(trials, contender, limit)))
                .collect(Collectors.joining("; ", contender + ", ", "."));
    }

    private static String words(List<Trial> trials, String contender, int limit) {
        Trial most = trial(trials, contender, limit, 1);
        Trial over = trial(trials, contender, limit, Overload.THREE_TIMES);
        if (most == null || over == null) {
            return "not measured";
        }
        Slice slice = over.slice();
        String refused = Double.isNaN(over.count(Overload.REFUSED_MILLIS))
                ? "refused none that was watched"
                : "refused %.0f %%, p99 after %s"
                        .formatted(
                                100.0 * slice.errors() / slice.sent(),
                                Figures.duration(over.count(Overload.REFUSED_MILLIS)));
        return "of %s it carried %.0f %% when offered %d times as much, p99 %s, and %s%s"
                .formatted(
                        Figures.rate(most.slice().carriedPerSecond()),
                        100 * slice.carriedPerSecond() / most.slice().carriedPerSecond(),
                        Overload.THREE_TIMES,
                        Figures.duration(Figures.millis(slice, Overload.PERCENT)),
                        refused,
                        memory(slice) + behind(slice));
    }

    private static String behind(Slice slice) {
        return slice.findings().stream().anyMatch(finding -> finding.kind() == Kind.GENERATOR_SATURATED)
                ? ", while the load generator itself was saturated"
                : "";
    }

    private static String memory(Slice slice) {
        Long bytes = slice.usage().serviceRssBytes();
        return bytes == null ? "" : ", in %.0f MiB".formatted(bytes / BYTES_PER_MEBIBYTE);
    }

    /** Null when it was not measured. */
    private static Trial trial(List<Trial> trials, String contender, int limit, int times) {
        return trials.stream()
                .filter(trial -> trial.contender().equals(contender))
                .filter(trial -> trial.at(Overload.LIMIT) == limit && trial.at(Overload.TIMES) == times)
                .findFirst()
                .orElse(null);
    }

    private Picture picture(List<Trial> trials, List<String> contenders) {
        List<Line> lines = new ArrayList<>();
        for (String contender : contenders) {
            for (int limit : limits) {
                lines.add(new Line(
                        "%s, room for %,d".formatted(contender, limit),
                        trials.stream()
                                .filter(trial ->
                                        trial.contender().equals(contender) && trial.at(Overload.LIMIT) == limit)
                                .map(OverloadAnswer::point)
                                .toList()));
            }
        }
        return new Picture(
                "carried",
                "What does each carry under as much as it can, and under three times as much?",
                "A line that falls is a service that does less because it is asked for more.",
                "times what it can carry, offered",
                "good answers per second",
                false,
                lines);
    }

    private static Point point(Trial trial) {
        return new Point(
                trial.at(Overload.TIMES),
                trial.slice().carriedPerSecond(),
                Figures.rate(trial.slice().carriedPerSecond()));
    }
}
