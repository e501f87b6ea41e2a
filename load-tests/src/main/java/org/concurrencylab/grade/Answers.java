package org.concurrencylab.grade;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;

/**
 * The file in which a student answers questions, one to a line.
 *
 * @param file relative to the submission
 * @param lines as written
 * @param values by key
 */
record Answers(String file, List<String> lines, Properties values) {

    private static final double LEAST = 0.85;
    private static final double MOST = 1.6;
    private static final double NEAR = 1.4;
    /** No mistake but one of units is as large. */
    private static final double UNITS = 200;

    /**
     * Reads it; without answers where it cannot be read.
     *
     * @param project that holds the file
     */
    static Answers of(Path project, String file) {
        Path path = project.resolve(file);
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            values.load(reader);
            return new Answers(file, Files.readAllLines(path, StandardCharsets.UTF_8), values);
        } catch (IOException | IllegalArgumentException e) {
            return none(file);
        }
    }

    /** No answers at all. */
    static Answers none(String file) {
        return new Answers(file, List.of(), new Properties());
    }

    /** What is written there, stripped; empty when nothing is. */
    String text(String key) {
        return values.getProperty(key, "").strip();
    }

    /** The number that is written there; NaN when none is. */
    double number(String key) {
        try {
            double number = Double.parseDouble(text(key).replace(",", ""));
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** A lack that belongs to the line of this answer. */
    Lack lack(String key, String reason, String hint) {
        int line = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).strip().startsWith(key))
                .findFirst()
                .orElse(0);
        return new Lack(reason, hint, file, line + 1);
    }

    /** The first of these that has no number above zero. */
    Optional<Lack> withoutNumber(List<String> keys, String hint) {
        return keys.stream()
                .filter(key -> !(number(key) > 0))
                .findFirst()
                .map(key -> lack(
                        key,
                        text(key).isEmpty()
                                ? "%s has no answer in %s.".formatted(key, file)
                                : "%s is no number above zero: %s.".formatted(key, text(key)),
                        hint));
    }

    /** The first of these that has no answer. */
    Optional<Lack> withoutText(List<String> keys, String hint) {
        return keys.stream()
                .filter(key -> text(key).isEmpty())
                .findFirst()
                .map(key -> lack(key, "%s has no answer in %s.".formatted(key, file), hint));
    }

    /**
     * Compares a predicted rate with what was measured. What a service waits for can only take longer than it should,
     * so a right prediction is never far below what was measured, and above it by as much as the machine was busy.
     *
     * @param measured per second
     * @param hint when they differ
     */
    Optional<Lack> predicts(String key, double measured, String hint) {
        return compare(key, measured, hint, LEAST, MOST);
    }

    /** The same of what may as well be more as less on a busy machine. */
    Optional<Lack> isNear(String key, double measured, String hint) {
        return compare(key, measured, hint, 1 / NEAR, NEAR);
    }

    /**
     * Compares a number with what the grader counted.
     *
     * @param hint when they differ
     */
    Optional<Lack> counts(String key, long counted, String hint) {
        double said = number(key);
        String reason = Double.isNaN(said)
                ? "%s says %s, which is no number.".formatted(key, text(key))
                : "%s says %s; the grader counted %s.".formatted(key, text(key), said < counted ? "more" : "fewer");
        return said == counted ? Optional.empty() : Optional.of(lack(key, reason, hint));
    }

    private Optional<Lack> compare(String key, double measured, String hint, double least, double most) {
        double ratio = number(key) / measured;
        if (measured == 0) {
            return Optional.of(lack(key, "%s cannot be compared: nothing was carried.".formatted(key), hint));
        }
        if (Double.isNaN(ratio)) {
            return Optional.of(lack(key, "%s is no number: %s.".formatted(key, text(key)), hint));
        }
        if (ratio >= least && ratio <= most) {
            return Optional.empty();
        }
        String factor = ratio < least ? times(1 / ratio) + " too low" : times(ratio) + " too high";
        String units = Math.max(ratio, 1 / ratio) > UNITS ? " Seconds or milliseconds?" : "";
        return Optional.of(lack(key, "%s is %s.%s".formatted(key, factor, units), hint));
    }

    private static String times(double factor) {
        return String.format(Locale.ROOT, factor < 10 ? "%.1f times" : "%,.0f times", factor);
    }
}
