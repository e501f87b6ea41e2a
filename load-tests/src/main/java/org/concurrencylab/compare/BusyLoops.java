package org.concurrencylab.compare;

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

        private String remark(String contender) {
            return "Vert.x, which looks every 20 ms, found an event loop of %s busy for more than 50 ms %d times, %d of them in code of this project."
                    .formatted(contender, warnings, inOurCode);
        }
    }

    private BusyLoops() {}

    /** Begins to watch contenders that this run has started. */
    static BusyLoops watch(List<Subject> subjects) {
        BusyLoops watched = new BusyLoops();
        subjects.stream()
                .filter(subject -> subject.process() != null)
                .forEach(subject -> watched.before.put(subject, found(subject)));
        return watched;
    }

    /** A sentence for each whose loop was found busy since. */
    List<String> remarks() {
        Map<String, Found> since = new LinkedHashMap<>();
        before.forEach(
                (subject, earlier) -> since.put(subject.name(), found(subject).since(earlier)));
        return since.entrySet().stream()
                .filter(entry -> entry.getValue().warnings() > 0)
                .map(entry -> entry.getValue().remark(entry.getKey()))
                .toList();
    }

    private static Found found(Subject subject) {
        return Found.in(subject.process().process().output());
    }
}
