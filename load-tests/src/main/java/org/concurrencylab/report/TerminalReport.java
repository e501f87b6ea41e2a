package org.concurrencylab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concurrencylab.experiments.Answer.Exhibit;
import org.concurrencylab.report.Summary.Comparison;

/** The summary as lines for a terminal. */
public final class TerminalReport {
    private static final String INDENT = "  ";

    private final Summary summary;
    private final TerminalStyle style;
    private final List<String> lines = new ArrayList<>();

    private TerminalReport(Summary summary, TerminalStyle style) {
        this.summary = summary;
        this.style = style;
    }

    /**
     * @param summary what to show
     * @param style what the terminal can do
     * @return lines joined by line feeds, the last one ended by one too
     */
    public static String render(Summary summary, TerminalStyle style) {
        TerminalReport report = new TerminalReport(summary, style);
        summary.workloads().forEach(report::workload);
        summary.experiments().forEach(report::experiment);
        report.verdict();
        return report.lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private void experiment(ExperimentSections.Section section) {
        wrap("", section.name() + ": " + section.question()).forEach(line -> lines.add(style.bold(line)));
        lines.addAll(wrap("predicted", section.prediction()));
        lines.addAll(wrap("measured", section.verdict()));
        section.rulings().forEach(row -> lines.addAll(wrap(row.id(), row.verdict() + ": " + row.because())));
        section.exhibits().forEach(this::exhibit);
        lines.add("");
    }

    /** Cut rather than wrapped: its lines are somebody's layout. */
    private void exhibit(Exhibit exhibit) {
        lines.addAll(wrap("", exhibit.title() + ":"));
        exhibit.lines().stream()
                .map(line -> style.plain(INDENT + INDENT + line.replace("\t", INDENT + INDENT)))
                .map(line -> line.substring(0, Math.min(line.length(), style.columns())))
                .forEach(line -> lines.add(style.faint(line)));
    }

    private void claims(Claims claims) {
        if (claims.rows().isEmpty()) {
            return;
        }
        List<String> table = ClaimLines.of(claims, style);
        lines.add(style.faint(table.getFirst()));
        lines.addAll(table.subList(1, table.size()));
        if (!claims.others().isEmpty()) {
            lines.addAll(wrap("", claims.others()));
        }
        lines.add("");
    }

    private void workload(Comparison comparison) {
        String offered = Format.rate(comparison.workload().ratePerSecond()) + " offered";
        wrap("", comparison.workload().name() + ": " + comparison.workload().title() + ", " + offered)
                .forEach(line -> lines.add(style.bold(line)));
        figures(comparison);
        ratios(comparison);
        if (!comparison.noise().sentence().isEmpty()) {
            lines.addAll(wrap("noise", comparison.noise().sentence()));
        }
        comparison.notes().forEach(note -> lines.addAll(wrap("note", note)));
        lines.add("");
    }

    private void figures(Comparison comparison) {
        TextTable wide = figures(comparison, List.of("bound by"));
        boolean fits = wide.width() <= style.columns();
        List<String> text = (fits ? wide : figures(comparison, List.of())).lines();
        lines.add(style.faint(text.getFirst()));
        for (int i = 0; i < comparison.rows().size(); i++) {
            boolean failed = comparison.rows().get(i).errors() > 0;
            lines.add(failed ? style.alarm(text.get(i + 1)) : text.get(i + 1));
        }
        if (!fits) {
            comparison
                    .rows()
                    .forEach(row -> lines.addAll(wrap("bound by", row.contender() + ": " + Format.bound(row.bound()))));
        }
    }

    private TextTable figures(Comparison comparison, List<String> last) {
        TextTable table = new TextTable(
                "lrrrrrrrl",
                concat(List.of("contender", "carried", "p50", "p99", "errors", "CPU/req", "RSS", "threads"), last));
        for (Row row : comparison.rows()) {
            List<String> cells = List.of(
                    row.contender(),
                    Format.rate(row.carriedPerSecond()),
                    Format.duration(row.latencyMicros(50)),
                    Format.duration(row.latencyMicros(99)),
                    Format.count(row.errors()),
                    Format.cpu(row.cpuMillisPerRequest()),
                    Format.mebibytes(row.rssBytes()).replace("iB", ""),
                    Format.count(row.threads()));
            table.add(plain(concat(cells, last.isEmpty() ? last : List.of(Format.bound(row.bound())))));
        }
        return table;
    }

    private void ratios(Comparison comparison) {
        List<Row> rows =
                comparison.rows().stream().filter(row -> row.against() != null).toList();
        TextTable table = new TextTable(
                "llll",
                plain(List.of(
                        "against " + summary.reference() + " (95 %)", "carried", "p50 latency", "CPU per request")));
        rows.forEach(row -> table.add(plain(List.of(
                row.contender(),
                Format.carriedRatio(row.against().carried(), row.against().carriedLimit()),
                Format.ratio(row.against().p50()),
                Format.ratio(row.against().cpu())))));
        if (rows.isEmpty()) {
            return;
        }
        if (table.width() <= style.columns()) {
            lines.add(style.faint(table.lines().getFirst()));
            lines.addAll(table.lines().subList(1, table.lines().size()));
            return;
        }
        lines.add(style.faint(INDENT + style.plain("against " + summary.reference() + " (95 %)")));
        rows.forEach(row -> lines.addAll(wrap(
                row.contender(),
                "carried "
                        + Format.carriedRatio(
                                row.against().carried(), row.against().carriedLimit()) + ", p50 "
                        + Format.ratio(row.against().p50()) + ", CPU per request "
                        + Format.ratio(row.against().cpu()))));
    }

    private void verdict() {
        Verdict verdict = Verdict.of(summary);
        claims(summary.claims());
        // Of one experiment alone, what it found stands above.
        boolean above = summary.workloads().isEmpty() && summary.experiments().size() == 1;
        String lead = above ? "see above" : verdict.lead();
        wrap("verdict", lead).forEach(line -> lines.add(style.bold(line)));
        if (Runs.areMerged(summary.results())) {
            lines.addAll(wrap("merged", Runs.merged(summary.results()) + "."));
        }
        summary.results().missing().forEach(gap -> wrap("missing", gap).forEach(line -> lines.add(style.alarm(line))));
        summary.results().remarks().forEach(remark -> lines.addAll(wrap("note", remark)));
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private List<String> plain(List<String> cells) {
        return cells.stream().map(style::plain).toList();
    }

    private List<String> wrap(String label, String text) {
        return style.wrap(label, text);
    }
}
