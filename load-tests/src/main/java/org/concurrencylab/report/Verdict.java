package org.concurrencylab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.concurrencylab.report.Ratio.Difference;
import org.concurrencylab.report.Row.Against;
import org.concurrencylab.report.Row.Limit;
import org.concurrencylab.report.Summary.Comparison;

/**
 * The run in plain words. A difference is named only when its interval leaves out 1; percentiles beyond the median are
 * never compared, because a short run cannot tell them apart.
 *
 * @param lead one paragraph on the whole run
 * @param workloads one paragraph per workload
 */
public record Verdict(String lead, List<Paragraph> workloads) {

    /**
     * @param workload its name
     * @param text what it showed
     */
    public record Paragraph(String workload, String text) {}

    /** Words the verdict on a run. */
    public static Verdict of(Summary summary) {
        List<Paragraph> paragraphs = summary.workloads().stream()
                .filter(comparison -> !comparison.rows().isEmpty())
                .map(comparison -> new Paragraph(comparison.workload().name(), text(summary, comparison)))
                .toList();
        return new Verdict(Lead.of(summary), paragraphs);
    }

    private static String text(Summary summary, Comparison comparison) {
        List<String> sentences = new ArrayList<>();
        sentences.add(carried(comparison));
        sentences.addAll(differences(
                summary,
                comparison,
                "Requests carried",
                Against::carried,
                row -> row.against().carriedLimit() == Limit.NONE));
        sentences.addAll(differences(
                summary,
                comparison,
                "Median latency",
                Against::p50,
                row -> row.carriedTheOffer() && comparison.rows().getFirst().carriedTheOffer()));
        sentences.addAll(differences(summary, comparison, "CPU time per request", Against::cpu, row -> true));
        return String.join(" ", sentences);
    }

    private static String carried(Comparison comparison) {
        String offered = Format.rate(comparison.workload().ratePerSecond());
        List<Row> free = comparison.rows().stream().filter(Row::carriedTheOffer).toList();
        List<String> parts = new ArrayList<>();
        if (!free.isEmpty()) {
            String who = free.size() == comparison.rows().size() && free.size() > 1
                    ? "Every contender"
                    : Format.list(free.stream().map(Row::contender).toList());
            parts.add(who + " carried the " + offered + " offered");
        }
        comparison.rows().stream().filter(row -> !row.carriedTheOffer()).forEach(row -> parts.add(limited(row)));
        return String.join("; ", parts) + ".";
    }

    private static String limited(Row row) {
        String carried = row.contender() + " carried " + Format.rate(row.carriedPerSecond());
        return switch (row.bound()) {
            case Bound.Predicted predicted ->
                carried + ", as predicted: " + predicted.prediction().formula() + " = "
                        + Format.rate(predicted.prediction().carriedPerSecond());
            case Bound.ServiceCpu cpu -> carried + "; its CPUs were " + Format.percent(cpu.busy()) + " busy";
            case Bound.ConnectionPool pool ->
                carried + "; all " + pool.connections() + " database connections were in use";
            case Bound.Database database -> carried + ", held back by the database's CPU";
            case Bound.Generator generator -> carried + ", held back by the generator's CPU";
            default -> carried + ", and the data do not say what held it back";
        };
    }

    private static List<String> differences(
            Summary summary,
            Comparison comparison,
            String figure,
            Function<Against, Ratio> ratio,
            Function<Row, Boolean> comparable) {
        List<Row> rows = comparison.rows().stream()
                .filter(row -> row.against() != null && comparable.apply(row))
                .filter(row -> ratio.apply(row.against()).blocks() > 0)
                .toList();
        List<String> parts = new ArrayList<>();
        parts.add(Format.list(named(rows, ratio, Difference.MORE, Difference.LESS)));
        parts.add(words("no difference shown for ", named(rows, ratio, Difference.NOT_SHOWN)));
        parts.add(words(
                "too few " + (summary.results().rounds() > 1 ? "rounds" : "blocks") + " to tell for ",
                named(rows, ratio, Difference.TOO_FEW_BLOCKS)));
        rows.stream()
                .filter(row -> ratio.apply(row.against()).difference() == Difference.CANNOT_TELL)
                .map(row -> "cannot tell for " + row.contender() + " " + Format.ratio(ratio.apply(row.against())) + " ("
                        + ratio.apply(row.against()).why() + ")")
                .forEach(parts::add);
        parts.removeIf(String::isEmpty);
        return parts.isEmpty()
                ? List.of()
                : List.of(figure + " against " + summary.reference() + ": " + String.join("; ", parts) + ".");
    }

    private static String words(String words, List<String> contenders) {
        return contenders.isEmpty() ? "" : words + Format.list(contenders);
    }

    private static List<String> named(List<Row> rows, Function<Against, Ratio> ratio, Difference... wanted) {
        return rows.stream()
                .filter(row ->
                        List.of(wanted).contains(ratio.apply(row.against()).difference()))
                .map(row -> row.contender() + " " + Format.ratio(ratio.apply(row.against())))
                .toList();
    }
}
