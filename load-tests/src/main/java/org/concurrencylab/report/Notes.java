package org.concurrencylab.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
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

    /** One line per kind of finding: with the sentence of the only block, or of the first one of several. */
    private static List<String> findings(Row row) {
        Map<Finding.Kind, SequencedMap<String, String>> kinds = new EnumMap<>(Finding.Kind.class);
        boolean severalRounds = BlockName.severalRounds(row.slices());
        for (SliceFigures figures : row.slices()) {
            for (Finding finding : figures.slice().findings()) {
                kinds.computeIfAbsent(finding.kind(), kind -> new LinkedHashMap<>())
                        .put(BlockName.of(figures.slice(), severalRounds), finding.sentence());
            }
        }
        return kinds.values().stream()
                .map(blocks -> "%s, %s: %s".formatted(row.contender(), where(row, blocks), sentence(blocks)))
                .toList();
    }

    private static String where(Row row, SequencedMap<String, String> blocks) {
        if (blocks.size() == 1) {
            return "block " + blocks.firstEntry().getKey();
        }
        return blocks.size() == row.slices().size()
                ? "all " + blocks.size() + " blocks"
                : "blocks " + Format.list(List.copyOf(blocks.keySet()));
    }

    private static String sentence(SequencedMap<String, String> blocks) {
        boolean same = blocks.values().stream().distinct().count() == 1;
        String first = blocks.firstEntry().getValue();
        return same ? first : first + " (block " + blocks.firstEntry().getKey() + "; the others alike)";
    }

    private static long sent(Row row) {
        return row.slices().stream()
                .mapToLong(figures -> figures.slice().sent())
                .sum();
    }
}
