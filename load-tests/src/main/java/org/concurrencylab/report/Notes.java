package org.concurrencylab.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.concurrencylab.results.Finding;
import org.concurrencylab.results.Results.Workload;

/** What a reader must know before believing the figures of one workload. */
final class Notes {
    private Notes() {}

    static List<String> of(Workload workload, List<Row> rows) {
        List<String> notes = new ArrayList<>();
        for (Row row : rows) {
            if (row.errors() > 0) {
                notes.add("%s: %s of %s requests failed."
                        .formatted(row.contender(), Format.count(row.errors()), Format.count(sent(row))));
            }
            if (row.carriedPerSecond() < Bound.ALL_OF_THE_OFFER * workload.ratePerSecond()) {
                notes.add(("%s carried less than was offered, so its queue and its latency grew as long as the load"
                                + " lasted: read its latency as \"too long\", not as a figure.")
                        .formatted(row.contender()));
            }
            notes.addAll(findings(row));
        }
        return notes;
    }

    private static List<String> findings(Row row) {
        Map<String, TreeSet<Integer>> blocks = new LinkedHashMap<>();
        for (SliceFigures figures : row.slices()) {
            for (Finding finding : figures.slice().findings()) {
                blocks.computeIfAbsent(finding.sentence(), key -> new TreeSet<>())
                        .add(figures.slice().block() + 1);
            }
        }
        return blocks.entrySet().stream()
                .map(entry -> "%s, %s %s: %s"
                        .formatted(
                                row.contender(),
                                entry.getValue().size() == 1 ? "block" : "blocks",
                                Format.list(entry.getValue().stream()
                                        .map(String::valueOf)
                                        .toList()),
                                entry.getKey()))
                .toList();
    }

    private static long sent(Row row) {
        return row.slices().stream()
                .mapToLong(figures -> figures.slice().sent())
                .sum();
    }
}
