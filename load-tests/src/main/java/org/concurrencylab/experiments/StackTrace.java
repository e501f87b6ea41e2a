package org.concurrencylab.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stack trace with its causes, as a JVM prints it.
 *
 * @param lines as printed, from the one that names the exception; empty when there is none
 * @see Throwable#printStackTrace()
 */
record StackTrace(List<String> lines) {
    /** A method of the services that somebody wrote: what is generated around it has no source file. */
    private static final Pattern OWN = Pattern.compile(
            "\\s*at (?:\\S*/)?org\\.concurrencylab\\.books\\.([\\w$]+)\\.([\\w$<>]+)\\(\\w+\\.java:\\d+\\)");

    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+)\\$\\d+");
    private static final Predicate<String> FRAME = Pattern.compile("\\s+at .+").asMatchPredicate();
    private static final Predicate<String> GOES_ON = Pattern.compile(
                    "\\s+at .+|\\s+\\.\\.\\. \\d+ more|\\s*(Caused by|Suppressed): .*")
            .asMatchPredicate();

    StackTrace {
        lines = List.copyOf(lines);
    }

    /** The first one in a log whose message is this. */
    static StackTrace in(List<String> log, String message) {
        List<String> lines = new ArrayList<>();
        for (String line : log) {
            if (lines.isEmpty() && line.contains(message)) {
                lines.add(line.substring(line.indexOf(message)));
            } else if (!lines.isEmpty() && GOES_ON.test(line)) {
                lines.add(line);
            } else if (lines.size() > 1) {
                break;
            }
        }
        return new StackTrace(lines.size() > 1 ? lines : List.of());
    }

    /** How many frames are printed; those that a cause has in common with what it caused are printed once. */
    int frames() {
        return (int) lines.stream().filter(FRAME).count();
    }

    /** The methods of our own that it shows, such as BookResource.offer; a lambda counts as the method it stands in. */
    List<String> ownMethods() {
        return lines.stream()
                .map(OWN::matcher)
                .filter(Matcher::matches)
                .map(frame ->
                        frame.group(1) + "." + LAMBDA.matcher(frame.group(2)).replaceFirst("$1"))
                .distinct()
                .toList();
    }

    /** With runs of frames that are not our own counted instead of shown. */
    List<String> inShort() {
        List<String> shown = new ArrayList<>();
        int others = 0;
        for (String line : lines) {
            boolean other = FRAME.test(line) && !OWN.matcher(line).matches();
            if (other) {
                others++;
                continue;
            }
            count(shown, others);
            others = 0;
            shown.add(line.replace("\t", "    "));
        }
        count(shown, others);
        return List.copyOf(shown);
    }

    private static void count(List<String> shown, int others) {
        if (others > 0) {
            shown.add(
                    "    … %d %s of libraries and generated code".formatted(others, others == 1 ? "frame" : "frames"));
        }
    }
}
