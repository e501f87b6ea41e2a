package org.concurrencylab.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The stops of a JVM for garbage collection, from its own log: asking the service itself would cost it CPU time in the
 * middle of a measurement.
 *
 * @param file written by the JVM that got {@link #flag()}
 */
public record GcLog(Path file) {

    /** For instance {@code [1700000000123ms] GC(4) Pause Young (Allocation Failure) 85M->12M(247M) 3.456ms}. */
    private static final Pattern PAUSE = Pattern.compile("^\\[(\\d+)ms] GC\\(\\d+\\) Pause .* ([\\d.]+)ms$");

    /**
     * @param count how many
     * @param millis their duration in all, in milliseconds
     */
    public record Pauses(int count, double millis) {
        public static final Pauses NONE = new Pauses(0, 0);

        private Pauses plus(double one) {
            return new Pauses(count + 1, millis + one);
        }
    }

    /** The JVM's option that writes the log, one line per pause with its end in milliseconds since 1970. */
    public String flag() {
        return "-Xlog:gc:file=" + file + ":timemillis:filecount=0";
    }

    /** The pauses that ended in a span of time. None when there is no log. */
    public Pauses between(Instant from, Instant to) {
        if (!Files.isReadable(file)) {
            return Pauses.NONE;
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.map(PAUSE::matcher)
                    .filter(Matcher::matches)
                    .filter(pause -> within(Long.parseLong(pause.group(1)), from, to))
                    .map(pause -> Double.parseDouble(pause.group(2)))
                    .reduce(Pauses.NONE, Pauses::plus, (one, other) -> one);
        } catch (IOException | UncheckedIOException e) {
            return Pauses.NONE;
        }
    }

    private static boolean within(long millis, Instant from, Instant to) {
        return millis >= from.toEpochMilli() && millis < to.toEpochMilli();
    }
}
