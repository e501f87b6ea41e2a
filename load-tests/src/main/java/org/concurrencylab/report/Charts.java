package org.concurrencylab.report;

import java.util.ArrayList;
import java.util.List;
import org.concurrencylab.report.Summary.Comparison;

/** The pictures of one workload. */
final class Charts {
    private static final double PER_MEBIBYTE = 1.0 / (1024 * 1024);

    private static final StripChart CARRIED = new StripChart(
            "carried",
            "How many requests per second did each carry?",
            "The longer bar carried more; the dashed line is what was offered, so a bar that ends before it fell behind."
                    + " Each mark is one block, a black stroke a limit that was predicted.",
            SliceFigures::carriedPerSecond,
            Row::carriedPerSecond,
            Format::rate,
            1,
            "requests per second");
    private static final List<StripChart> COSTS = List.of(
            new StripChart(
                    "cpu",
                    "How much CPU time did one request cost?",
                    "The shorter bar is cheaper; each mark is one block, so the spread of the marks is what chance alone"
                            + " does.",
                    SliceFigures::cpuMillisPerRequest,
                    Row::cpuMillisPerRequest,
                    Format::cpu,
                    1,
                    "milliseconds of CPU time"),
            new StripChart(
                    "memory",
                    "How much memory did it take?",
                    "Resident memory of the whole process at the end of each block: the JVM's heap, its code and its"
                            + " threads.",
                    SliceFigures::rssBytes,
                    Row::rssBytes,
                    Format::mebibytes,
                    PER_MEBIBYTE,
                    "MiB resident"),
            new StripChart(
                    "threads",
                    "How many threads did it take?",
                    "Threads of the operating system at the end of each block; virtual threads run on a few of them and"
                            + " are not counted.",
                    SliceFigures::threads,
                    Row::threads,
                    Format::count,
                    1,
                    "platform threads"),
            new StripChart(
                    "switches",
                    "How often did a thread stop to wait?",
                    "Voluntary context switches per request: each time, the operating system puts one thread aside and"
                            + " wakes another, which costs CPU time.",
                    SliceFigures::switchesPerRequest,
                    Row::switchesPerRequest,
                    switches -> Format.decimals(switches, 2),
                    1,
                    "voluntary context switches per request"));

    private Charts() {}

    static List<Chart> of(Comparison comparison, String reference, String id) {
        List<Chart> charts = new ArrayList<>();
        charts.add(CARRIED.of(comparison, id, true));
        if (LatencyChart.hasData(comparison)) {
            charts.add(LatencyChart.of(comparison, id));
        }
        if (RatioChart.hasData(comparison)) {
            charts.add(RatioChart.of(comparison, reference, id));
        }
        COSTS.stream()
                .filter(chart -> chart.hasData(comparison))
                .map(chart -> chart.of(comparison, id, false))
                .forEach(charts::add);
        return charts;
    }
}
