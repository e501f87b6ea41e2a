package org.concurrencylab.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concurrencylab.report.Summary.Comparison;
import org.concurrencylab.results.Results;
import org.concurrencylab.results.Results.Environment;

/** The summary as Markdown (GitHub's tables), for summary.md. */
final class MarkdownReport {
    private final Summary summary;
    private final StringBuilder out = new StringBuilder();

    private MarkdownReport(Summary summary) {
        this.summary = summary;
    }

    static String render(Summary summary) {
        MarkdownReport report = new MarkdownReport(summary);
        report.verdict();
        summary.workloads().forEach(report::workload);
        summary.experiments().forEach(report::experiment);
        report.conditions();
        return report.out.toString();
    }

    private void verdict() {
        Verdict verdict = Verdict.of(summary);
        line("# " + text(Titles.of(summary)));
        line("");
        claims(summary.claims());
        line(text(verdict.lead()));
        line("");
        if (Runs.areMerged(summary.results())) {
            line(text(Runs.merged(summary.results()) + "."));
            line("");
        }
        summary.results().missing().forEach(gap -> line("**Missing:** " + text(gap) + "\n"));
        verdict.workloads()
                .forEach(paragraph -> line("- **" + text(paragraph.workload()) + "**: " + text(paragraph.text())));
        line("");
    }

    private void claims(Claims claims) {
        if (claims.rows().isEmpty()) {
            return;
        }
        line("| | claim | verdict | predicted | measured | experiment |");
        line("| --- | --- | --- | --- | --- | --- |");
        claims.rows()
                .forEach(row -> line(Stream.of(row.id(), row.claimed(), row.verdict(), row.predicted(), row.measured())
                        .map(MarkdownReport::text)
                        // GitHub makes a heading's anchor of its text.
                        .collect(Collectors.joining(
                                " | ", "| ", " | [" + text(row.experiment()) + "](#" + row.experiment() + ") |"))));
        line("");
        if (!claims.others().isEmpty()) {
            line(text(claims.others()));
            line("");
        }
    }

    private void experiment(ExperimentSections.Section section) {
        line("## " + text(section.name()));
        line("");
        line(text(section.question()));
        line("");
        line("- Predicted: " + text(section.prediction()));
        line("- Measured: " + text(section.verdict()));
        section.rulings().forEach(row -> line("- **" + row.id() + " " + row.verdict() + "**: " + text(row.because())));
        line("- Again: `" + text(section.command()) + "`");
        section.exhibits().forEach(exhibit -> {
            line("");
            line(text(exhibit.title()) + ":");
            line("");
            exhibit.lines().forEach(line -> line("    " + line.replaceAll("\\p{Cntrl}", " ")));
        });
        line("");
    }

    private void workload(Comparison comparison) {
        line("## " + text(comparison.workload().name()));
        line("");
        line(text(comparison.workload().title()) + ", "
                + Format.rate(comparison.workload().ratePerSecond()) + " offered.");
        line("");
        line("| contender | carried | predicted | p50 | p90 | p99 | errors | CPU per request | RSS | peak RSS | threads"
                + " | switches per request | bound by |");
        line("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
        comparison
                .rows()
                .forEach(row -> row(List.of(
                        row.contender(),
                        Format.rate(row.carriedPerSecond()),
                        row.prediction() == null
                                ? Format.NONE
                                : Format.rate(row.prediction().carriedPerSecond()),
                        Format.duration(row.latencyMicros(50)),
                        Format.duration(row.latencyMicros(90)),
                        Format.duration(row.latencyMicros(99)),
                        Format.count(row.errors()),
                        Format.cpu(row.cpuMillisPerRequest()),
                        Format.mebibytes(row.rssBytes()),
                        Format.mebibytes(row.peakRssBytes()),
                        Format.count(row.threads()),
                        Format.decimals(row.switchesPerRequest(), 2),
                        Format.bound(row.bound()))));
        line("");
        ratios(comparison);
        if (!comparison.noise().sentence().isEmpty()) {
            line("- Noise, " + text(comparison.noise().sentence()));
        }
        comparison.notes().forEach(note -> line("- " + text(note)));
        line("");
    }

    private void ratios(Comparison comparison) {
        List<Row> rows =
                comparison.rows().stream().filter(row -> row.against() != null).toList();
        if (rows.isEmpty()) {
            return;
        }
        line("| against " + text(summary.reference()) + " (95 %) | carried | p50 latency | CPU per request |");
        line("| --- | --- | --- | --- |");
        rows.forEach(row -> row(List.of(
                row.contender(),
                Format.carriedRatio(row.against().carried(), row.against().carriedLimit()),
                Format.ratio(row.against().p50()),
                Format.ratio(row.against().cpu()))));
        line("");
    }

    private void conditions() {
        Results results = summary.results();
        Environment machine = results.environment();
        line("## Conditions");
        line("");
        Conditions.machine(machine).forEach((label, value) -> line("- " + label + ": " + text(value)));
        results.contenders()
                .forEach(contender ->
                        line("- " + text(contender.name()) + ": " + text(Conditions.contender(contender))));
        results.remarks().forEach(remark -> line("- " + text(remark)));
        line("- " + (Runs.areMerged(results) ? Runs.merged(results) : "Started " + results.startedAt()) + ", "
                + Format.wallClock(results.wallSeconds()) + ", "
                + Runs.seeds(results).replaceFirst("^the ", ""));
        line("");
        line(Runs.areMerged(results) ? "Commands:" : "Command:");
        line("");
        Runs.commands(results).forEach(command -> line("    " + command));
    }

    private void row(List<String> cells) {
        line(cells.stream().map(MarkdownReport::text).collect(Collectors.joining(" | ", "| ", " |")));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    /** Names and remarks come from a file: they must stay text, whatever signs they hold. */
    static String text(String raw) {
        return raw.replaceAll("\\p{Cntrl}", " ")
                .replaceAll("([\\\\`*|<>&])", "\\\\$1")
                .replaceAll("(?<!\\w)_|_(?!\\w)", "\\\\_")
                .replace("](", "]\\(");
    }
}
