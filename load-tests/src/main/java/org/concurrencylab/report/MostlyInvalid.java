package org.concurrencylab.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.concurrencylab.results.Finding;

/** Slices most of which must not be compared: then no winner is named, whatever the others say. */
final class MostlyInvalid {
    private MostlyInvalid() {}

    /** Why these slices may not be judged, in a few words; empty when they may. */
    static Optional<String> why(List<SliceFigures> slices) {
        List<Finding> against = slices.stream()
                .filter(figures -> !figures.slice().valid())
                .map(figures -> figures.slice().findings().stream()
                        .filter(finding -> finding.kind().disqualifies())
                        .findFirst()
                        .orElseThrow())
                .toList();
        return 2 * against.size() > slices.size()
                ? Optional.of("most slices are invalid: " + commonest(against))
                : Optional.empty();
    }

    private static String commonest(List<Finding> findings) {
        return findings.stream()
                .collect(Collectors.groupingBy(Finding::kind, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey()
                .words();
    }
}
