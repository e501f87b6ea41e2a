package org.concurrencylab.compare;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;

/**
 * What Vert.x notices of event loops that are busy with one thing for longer than they may be: it looks every 20 ms and
 * writes a warning with the stack of the loop, so that anything from 70 ms on is seen. A stack alone accuses whoever
 * was at work when the collector stopped all threads, so each warning is held against the pauses of that moment.
 */
final class BusyLoops {

    /** How much each had written when it began to be watched, in lines. */
    private final Map<Subject, Integer> before = new LinkedHashMap<>();

    private final Map<String, Found> total = new LinkedHashMap<>();

    /**
     * What was found so far.
     *
     * @param warnings each is a loop that was busy for too long when Vert.x looked
     * @param paused how many of them were so only because the garbage collector had stopped everything
     * @param inOurCode how many of the others have a frame of this project in their stack
     */
    record Found(long warnings, long paused, long inOurCode) {

        static final Found NOTHING = new Found(0, 0, 0);

        /**
         * In what a service wrote.
         *
         * @param pauseMillis the length of all pauses of the collector that ended in a span of time, in milliseconds
         */
        static Found in(List<String> output, ToDoubleBiFunction<Instant, Instant> pauseMillis) {
            return BusyLoopWarning.in(output).stream()
                    .map(warning -> of(warning, warning.isOf(pauseMillis)))
                    .reduce(NOTHING, Found::plus);
        }

        private static Found of(BusyLoopWarning warning, boolean pause) {
            return new Found(1, pause ? 1 : 0, warning.inOurCode() && !pause ? 1 : 0);
        }

        private Found plus(Found other) {
            return new Found(warnings + other.warnings, paused + other.paused, inOurCode + other.inOurCode);
        }

        private String remark(String contender) {
            return "Vert.x, which looks every 20 ms, found an event loop of %s busy for more than 50 ms %s: %d in pauses of the garbage collector, %d in code of this project, %d elsewhere."
                    .formatted(
                            contender,
                            warnings == 1 ? "once" : warnings + " times",
                            paused,
                            inOurCode,
                            warnings - paused - inOurCode);
        }
    }

    /** Begins to watch contenders that this run has started, in place of those before. */
    void watch(List<Subject> subjects) {
        before.clear();
        subjects.stream()
                .filter(subject -> subject.process() != null)
                .forEach(subject -> before.put(subject, output(subject).size()));
    }

    /** Adds what was found since the last {@link #watch}. */
    void count() {
        before.forEach((subject, lines) -> count(subject.name(), found(subject, lines)));
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

    private static Found found(Subject subject, int after) {
        List<String> output = output(subject);
        return Found.in(
                output.subList(Math.min(after, output.size()), output.size()),
                (from, to) -> subject.pauses(from, to).millis());
    }

    private static List<String> output(Subject subject) {
        return subject.process().process().output();
    }
}
