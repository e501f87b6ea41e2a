package org.concurrencylab.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What Vert.x notices of event loops that are busy with one thing for longer than they may be: it looks every 20 ms and
 * writes a warning with the stack of the loop, so that anything from 70 ms on is seen.
 */
final class BusyLoops {
    private static final String WARNING = "has been blocked for";
    private static final String FRAME = "\tat ";
    private static final String OUR_CODE = FRAME + "org.concurrencylab.";

    private final Map<Subject, Found> before = new LinkedHashMap<>();
    private final Map<String, Found> total = new LinkedHashMap<>();

    /**
     * What was found so far.
     *
     * @param warnings each is a loop that was busy for too long when Vert.x looked
     * @param inOurCode how many of them have a frame of this project in their stack
     */
    record Found(long warnings, long inOurCode) {
        /** In what a service wrote. */
        static Found in(List<String> output) {
            int[] warnings = IntStream.range(0, output.size())
                    .filter(line -> output.get(line).contains(WARNING))
                    .toArray();
            return new Found(
                    warnings.length,
                    IntStream.of(warnings)
                            .filter(line -> isInOurCode(output.subList(line + 1, output.size())))
                            .count());
        }

        private static boolean isInOurCode(List<String> after) {
            return after.stream().takeWhile(line -> line.startsWith(FRAME)).anyMatch(line -> line.startsWith(OUR_CODE));
        }

        private Found since(Found earlier) {
            return new Found(warnings - earlier.warnings, inOurCode - earlier.inOurCode);
        }

        private Found plus(Found other) {
            return new Found(warnings + other.warnings, inOurCode + other.inOurCode);
        }

        private String remark(String contender) {
            return "Vert.x, which looks every 20 ms, found an event loop of %s busy for more than 50 ms %d times, %d of them in code of this project."
                    .formatted(contender, warnings, inOurCode);
        }
    }

    /** Begins to watch contenders that this run has started, in place of those before. */
    void watch(List<Subject> subjects) {
        before.clear();
        subjects.stream()
                .filter(subject -> subject.process() != null)
                .forEach(subject -> before.put(subject, found(subject)));
    }

    /** Adds what was found since the last {@link #watch}. */
    void count() {
        before.forEach(
                (subject, earlier) -> count(subject.name(), found(subject).since(earlier)));
        before.clear();
    }

    void count(String contender, Found found) {
        total.merge(contender, found, Found::plus);
    }

    /** A sentence for each whose loop was found busy, and one for all others. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        List<String> never = new ArrayList<>();
        total.forEach((contender, found) -> {
            if (found.warnings() > 0) {
                remarks.add(found.remark(contender));
            } else {
                never.add(contender);
            }
        });
        if (!never.isEmpty()) {
            remarks.add("Vert.x, which looks every 20 ms, never found an event loop of %s busy for more than 50 ms."
                    .formatted(String.join(", ", never)));
        }
        return List.copyOf(remarks);
    }

    private static Found found(Subject subject) {
        return Found.in(subject.process().process().output());
    }
}
