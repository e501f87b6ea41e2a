package org.concurrencylab.report;

import io.quarkus.qute.RawString;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.concurrencylab.report.Change.OfWorkload;
import org.concurrencylab.report.ChangeWords.Line;
import org.concurrencylab.results.ResultsException;

/** What people read of a change: a table for the terminal, summary.md and report.html. */
public final class ChangeReport {
    private static final String TITLE = "Before and after";

    private ChangeReport() {}

    /**
     * What the template shows of one workload; every string is text and is escaped there.
     *
     * @param name of the workload
     * @param title one sentence
     * @param offered requests per second, as printed
     * @param lines of the table
     */
    public record Section(String name, String title, String offered, List<List<String>> lines) {}

    /**
     * Writes summary.md and report.html.
     *
     * @param change what to show
     * @param folder where to; created when missing
     * @return the files written
     * @throws ResultsException when they cannot be written
     */
    public static Report.Files write(Change change, Path folder) {
        Report.Files files = new Report.Files(folder.resolve("summary.md"), folder.resolve("report.html"));
        Report.write(files.summary(), markdown(change));
        Report.write(files.page(), page(change));
        return files;
    }

    /**
     * @param change what to show
     * @param style what the terminal can do
     * @return lines joined by line feeds, the last one ended by one too
     */
    public static String terminal(Change change, TerminalStyle style) {
        List<String> lines = new ArrayList<>();
        lines.addAll(style.wrap("before", ChangeWords.side(change.before())));
        lines.addAll(style.wrap("after", ChangeWords.side(change.after())));
        lines.add("");
        for (OfWorkload workload : change.workloads()) {
            style.wrap("", title(workload)).forEach(line -> lines.add(style.bold(line)));
            lines.addAll(table(workload, style));
            lines.add("");
        }
        style.wrap("verdict", ChangeWords.lead(change)).forEach(line -> lines.add(style.bold(line)));
        ChangeWords.notes(change).forEach(note -> lines.addAll(style.wrap("note", note)));
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /** The verdicts in a column of their own where that fits, else below the figures; their reasons always there. */
    private static List<String> table(OfWorkload workload, TerminalStyle style) {
        List<Line> lines = ChangeWords.lines(workload);
        TextTable wide = table(lines, style, true);
        boolean fits = wide.width() <= style.columns();
        List<String> printed = new ArrayList<>((fits ? wide : table(lines, style, false)).lines());
        printed.set(0, style.faint(printed.getFirst()));
        Map<String, List<String>> explained = new LinkedHashMap<>();
        for (Line line : lines) {
            if (!fits || !line.why().isEmpty()) {
                explained
                        .computeIfAbsent(line.explained(), verdict -> new ArrayList<>())
                        .add(line.contender() + " " + line.figure());
            }
        }
        explained.forEach((verdict, who) -> printed.addAll(style.wrap("", verdict + ": " + String.join(", ", who))));
        return printed;
    }

    private static TextTable table(List<Line> lines, TerminalStyle style, boolean verdicts) {
        int columns = ChangeWords.head().size() - (verdicts ? 0 : 1);
        TextTable table = new TextTable("llrrll", plain(ChangeWords.head().subList(0, columns), style));
        lines.forEach(line -> table.add(plain(line.cells(false).subList(0, columns), style)));
        return table;
    }

    private static List<String> plain(List<String> cells, TerminalStyle style) {
        return cells.stream().map(style::plain).toList();
    }

    private static String markdown(Change change) {
        List<String> lines = new ArrayList<>(List.of("# " + TITLE, "", text(ChangeWords.lead(change)), ""));
        lines.add("- Before: " + text(ChangeWords.side(change.before())));
        lines.add("- After: " + text(ChangeWords.side(change.after())));
        ChangeWords.notes(change).forEach(note -> lines.add("- " + text(note)));
        for (OfWorkload workload : change.workloads()) {
            lines.addAll(List.of("", "## " + text(workload.workload().name()), "", text(title(workload)) + ".", ""));
            lines.add(row(ChangeWords.head()));
            lines.add("| --- | --- | ---: | ---: | --- | --- |");
            ChangeWords.lines(workload).forEach(line -> lines.add(row(line.cells(true))));
        }
        lines.addAll(List.of("", "## Conditions", ""));
        Conditions.machine(change.after().environment()).forEach((label, value) -> {
            if (!label.equals("Commit")) {
                lines.add("- " + label + ": " + text(value));
            }
        });
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String page(Change change) {
        Map<String, String> sides = new LinkedHashMap<>();
        sides.put("Before", ChangeWords.side(change.before()));
        sides.put("After", ChangeWords.side(change.after()));
        Map<String, String> machine =
                new LinkedHashMap<>(Conditions.machine(change.after().environment()));
        machine.remove("Commit");
        return HtmlReport.template("change.html")
                .data("title", TITLE)
                .data("style", new RawString(HtmlReport.resource("report.css")))
                .data("lead", Format.unbroken(ChangeWords.lead(change)))
                .data("notes", ChangeWords.notes(change))
                .data("sides", sides)
                .data("head", ChangeWords.head())
                .data(
                        "sections",
                        change.workloads().stream().map(ChangeReport::section).toList())
                .data("machine", machine)
                .render();
    }

    private static Section section(OfWorkload workload) {
        return new Section(
                workload.workload().name(),
                workload.workload().title(),
                Format.rate(workload.workload().ratePerSecond()),
                ChangeWords.lines(workload).stream()
                        .map(line ->
                                line.cells(true).stream().map(Format::unbroken).toList())
                        .toList());
    }

    private static String title(OfWorkload workload) {
        return workload.workload().name() + ": " + workload.workload().title() + ", "
                + Format.rate(workload.workload().ratePerSecond()) + " offered";
    }

    private static String row(List<String> cells) {
        return cells.stream().map(MarkdownReport::text).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String text(String raw) {
        return MarkdownReport.text(raw);
    }
}
