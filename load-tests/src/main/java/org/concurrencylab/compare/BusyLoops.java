package org.concurrencylab.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Vert.x notices of event loops that are busy with one thing for longer than they may be: it looks once a second
 * and writes a warning, so what happens seldom may be missed, and what happens often is seen.
 */
final class BusyLoops {
    private static final String WARNING = "has been blocked for";

    private final Map<Subject, Long> before = new LinkedHashMap<>();

    private BusyLoops() {}

    /** Begins to watch contenders that this run has started. */
    static BusyLoops watch(List<Subject> subjects) {
        BusyLoops watched = new BusyLoops();
        subjects.stream()
                .filter(subject -> subject.process() != null)
                .forEach(subject -> watched.before.put(subject, warnings(subject)));
        return watched;
    }

    /** A sentence for each whose loop was found busy since. */
    List<String> remarks() {
        Map<String, Long> since = new LinkedHashMap<>();
        before.forEach((subject, warnings) -> since.put(subject.name(), warnings(subject) - warnings));
        return since.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry ->
                        "Vert.x, which looks once a second, found an event loop of %s busy for more than 50 ms %d times."
                                .formatted(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static long warnings(Subject subject) {
        return subject.process().process().output().stream()
                .filter(line -> line.contains(WARNING))
                .count();
    }
}
