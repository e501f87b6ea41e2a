package org.concurrencylab.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.concurrencylab.report.Chart.Table;
import org.concurrencylab.report.Summary.Comparison;

/**
 * Latency by percentile, from p50 to p99.9. The axis is log10(1 / (1 − p)), so that each "nine" takes as much room as
 * the one before it. A percentile is drawn only when at least {@value #REQUESTS_BEYOND} requests were slower.
 */
final class LatencyChart {
    private static final double[] DRAWN = {50, 60, 70, 80, 90, 95, 97, 98, 99, 99.5, 99.7, 99.8, 99.9};
    private static final double[] PRINTED = {50, 75, 90, 95, 99, 99.9};
    private static final int REQUESTS_BEYOND = 10;

    private LatencyChart() {}

    /** Whether a line of two points at least can be drawn. */
    static boolean hasData(Comparison comparison) {
        return comparison.rows().stream().anyMatch(row -> isShown(row, DRAWN[1]));
    }

    static Chart of(Comparison comparison, String id) {
        List<Map<String, Object>> series = new ArrayList<>();
        for (Row row : comparison.rows()) {
            Map<String, Object> drawn = new LinkedHashMap<>();
            drawn.put("name", row.contender());
            drawn.put(
                    "points",
                    DoubleStream.of(DRAWN)
                            .filter(percent -> isShown(row, percent))
                            .mapToObj(percent -> point(row, percent))
                            .toList());
            series.add(drawn);
        }
        return new Chart(
                id + "-latency",
                "How long did a request take?",
                "Read upwards from a share of the requests: that share was answered within the time on the left,"
                        + " so lower is faster and a line that rises at the right means a few slow answers.",
                comparison.rows().stream()
                        .map(row -> row.contender() + " half within " + Format.duration(row.latencyMicros(50))
                                + ", 99 % within " + Format.duration(row.latencyMicros(99)))
                        .collect(Collectors.joining("; ", "How long did a request take? ", ".")),
                Map.of("kind", "curve", "series", series),
                table(comparison));
    }

    private static Map<String, Object> point(Row row, double percent) {
        Map<String, Object> point = new LinkedHashMap<>();
        point.put("x", -Math.log10(1 - percent / 100));
        point.put("y", row.latencyMicros(percent) / 1000);
        point.put("text", "p" + name(percent) + " " + Format.duration(row.latencyMicros(percent)));
        return point;
    }

    private static Table table(Comparison comparison) {
        List<String> head = new ArrayList<>(List.of("contender"));
        DoubleStream.of(PRINTED).forEach(percent -> head.add("p" + name(percent)));
        List<List<String>> rows = new ArrayList<>();
        for (Row row : comparison.rows()) {
            List<String> cells = new ArrayList<>(List.of(row.contender()));
            DoubleStream.of(PRINTED)
                    .forEach(percent -> cells.add(
                            isShown(row, percent) ? Format.duration(row.latencyMicros(percent)) : Format.NONE));
            rows.add(cells);
        }
        return new Table(head, rows);
    }

    private static boolean isShown(Row row, double percent) {
        return row.latency().getTotalCount() * (1 - percent / 100) >= REQUESTS_BEYOND;
    }

    private static String name(double percent) {
        return percent == Math.rint(percent) ? String.valueOf((int) percent) : String.valueOf(percent);
    }
}
