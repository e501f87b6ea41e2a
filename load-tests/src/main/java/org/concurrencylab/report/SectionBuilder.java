package org.concurrencylab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.concurrencylab.report.Page.Cell;
import org.concurrencylab.report.Page.Line;
import org.concurrencylab.report.Page.Section;
import org.concurrencylab.report.Row.Against;
import org.concurrencylab.report.Summary.Comparison;

/** The table of one workload: a column per contender, so that it fits a phone, and a line per figure. */
final class SectionBuilder {
    private final Comparison comparison;
    private final List<Line> lines = new ArrayList<>();

    private SectionBuilder(Comparison comparison) {
        this.comparison = comparison;
    }

    static Section of(Summary summary, Comparison comparison, String id) {
        SectionBuilder builder = new SectionBuilder(comparison);
        builder.speed();
        builder.cost();
        builder.limits();
        return new Section(
                id,
                comparison.workload().name(),
                comparison.workload().title(),
                Format.rate(comparison.workload().ratePerSecond()),
                summary.reference(),
                comparison.rows().stream().map(Row::contender).toList(),
                builder.lines,
                comparison.notes(),
                Charts.of(comparison, summary.reference(), id),
                comparison.noise().sentence());
    }

    private void speed() {
        compared(
                "Carried",
                "answered per second",
                row -> Format.rate(row.carriedPerSecond()),
                against -> Format.carriedRatio(against.carried(), against.carriedLimit()));
        compared(
                "Latency p50",
                "half took no longer",
                row -> Format.duration(row.latencyMicros(50)),
                against -> Format.ratio(against.p50()));
        plain("Latency p90", "", row -> Format.duration(row.latencyMicros(90)));
        plain("Latency p99", "not compared", row -> Format.duration(row.latencyMicros(99)));
        lines.add(new Line(
                "Errors",
                "",
                comparison.rows().stream()
                        .map(row -> new Cell(Format.count(row.errors()), "", row.errors() > 0, false))
                        .toList()));
    }

    private void cost() {
        compared(
                "CPU per request",
                "time of the service",
                row -> Format.cpu(row.cpuMillisPerRequest()),
                against -> Format.ratio(against.cpu()));
        plain("Memory", "resident", row -> Format.mebibytes(row.rssBytes()));
        plain("Peak memory", "since its start", row -> Format.mebibytes(row.peakRssBytes()));
        plain("Threads", "of the operating system", row -> Format.count(row.threads()));
        plain(
                "Collector stops",
                "share of the time",
                row -> Format.percent(SliceFigures.median(row.slices(), SliceFigures::pausedShare)));
        plain("Context switches", "voluntary, per request", row -> Format.decimals(row.switchesPerRequest(), 2));
    }

    private void limits() {
        plain(
                "Service CPU",
                "CPUs busy on average",
                row -> Format.decimals(row.busy().service(), 2));
        plain("Database CPU", "", row -> Format.decimals(row.busy().database(), 2));
        plain("Sellers CPU", "", row -> Format.decimals(row.busy().sellers(), 2));
        plain("Generator CPU", "", row -> Format.decimals(row.busy().generator(), 2));
        lines.add(new Line(
                "Bound by",
                "what kept it from carrying more",
                comparison.rows().stream()
                        .map(row -> new Cell(Format.bound(row.bound()), "", false, true))
                        .toList()));
        if (comparison.rows().stream().anyMatch(row -> row.prediction() != null)) {
            lines.add(new Line(
                    "Predicted limit",
                    "before measuring",
                    comparison.rows().stream().map(SectionBuilder::predicted).toList()));
        }
    }

    private static Cell predicted(Row row) {
        return row.prediction() == null
                ? new Cell(Format.NONE, "", false, false)
                : new Cell(
                        Format.rate(row.prediction().carriedPerSecond()),
                        row.prediction().formula(),
                        false,
                        false);
    }

    private void plain(String label, String hint, Function<Row, String> figure) {
        lines.add(new Line(
                label,
                hint,
                comparison.rows().stream()
                        .map(row -> new Cell(figure.apply(row), "", false, false))
                        .toList()));
    }

    private void compared(String label, String hint, Function<Row, String> figure, Function<Against, String> ratio) {
        lines.add(new Line(
                label,
                hint,
                comparison.rows().stream()
                        .map(row -> new Cell(
                                figure.apply(row),
                                row.against() == null ? "" : Format.unbroken(ratio.apply(row.against())),
                                false,
                                false))
                        .toList()));
    }
}
