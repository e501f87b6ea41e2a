package org.concurrencylab.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.concurrencylab.report.Chart.Table;
import org.concurrencylab.results.Finding;
import org.concurrencylab.results.Results.Slice;

/** Every slice of the run in the order of time: the data behind the medians. */
final class SliceTable {
    private static final List<String> HEAD = List.of(
            "slice",
            "block",
            "workload",
            "contender",
            "carried",
            "p50",
            "p99",
            "errors",
            "answers",
            "CPU per request",
            "JIT (CPUs)",
            "memory",
            "threads",
            "sent late (p99)",
            "findings");

    private SliceTable() {}

    static Table of(Summary summary) {
        boolean severalRounds = summary.results().rounds() > 1;
        return new Table(
                HEAD,
                summary.results().slices().stream()
                        .map(SliceFigures::of)
                        .sorted(Comparator.comparingInt(
                                figures -> figures.slice().position()))
                        .map(figures -> cells(figures, severalRounds))
                        .toList());
    }

    private static List<String> cells(SliceFigures figures, boolean severalRounds) {
        Slice slice = figures.slice();
        return List.of(
                Format.count(slice.position() + 1),
                BlockName.of(slice, severalRounds),
                slice.workload(),
                slice.contender() + (slice.twin() ? " again" : ""),
                Format.rate(figures.carriedPerSecond()),
                Format.duration(figures.latencyMicros(50)),
                Format.duration(figures.latencyMicros(99)),
                Format.count(slice.errors()),
                String.join(
                        ", ",
                        slice.statuses().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(entry -> entry.getKey() + " × " + Format.count(entry.getValue()))
                                .toList()),
                Format.cpu(figures.cpuMillisPerRequest()),
                Format.decimals(figures.compilerCpus(), 2),
                Format.mebibytes(figures.rssBytes()),
                Format.count(figures.threads()),
                Format.duration(figures.latenessP99Micros()),
                findings(slice));
    }

    private static String findings(Slice slice) {
        String findings = slice.findings().stream().map(Finding::sentence).collect(Collectors.joining("; "));
        return slice.superseded() ? "measured again: " + findings : findings;
    }
}
