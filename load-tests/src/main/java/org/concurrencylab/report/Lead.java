package org.concurrencylab.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.concurrencylab.report.Ratio.Difference;
import org.concurrencylab.report.Row.Limit;
import org.concurrencylab.report.Summary.Comparison;
import org.concurrencylab.results.Results.Prediction;

/** The first paragraph of the verdict: where the contenders parted most, or that they did not. */
final class Lead {
    private Lead() {}

    static String of(Summary summary) {
        List<Comparison> measured = summary.workloads().stream()
                .filter(comparison -> !comparison.rows().isEmpty())
                .toList();
        if (measured.isEmpty()) {
            return experiments(summary);
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(withheld(measured));
        measured.stream()
                .filter(comparison -> !parted(comparison).isEmpty())
                .max(Comparator.comparingDouble(Lead::distance))
                .ifPresent(comparison -> sentences.add(carried(summary, comparison)));
        sentences.add(rest(summary, measured));
        sentences.add(cpu(summary, measured));
        sentences.add(errors(measured));
        return String.join(
                " ", sentences.stream().filter(sentence -> !sentence.isEmpty()).toList());
    }

    private static String experiments(Summary summary) {
        List<ExperimentSections.Section> made = summary.experiments();
        String claims = summary.claims().count();
        if (made.size() > 1 && !claims.isEmpty()) {
            return claims;
        }
        return switch (made.size()) {
            case 0 -> "Nothing was measured.";
            case 1 -> made.getFirst().verdict();
            default ->
                "Each of these experiments has its answer below: "
                        + Format.list(made.stream()
                                .map(ExperimentSections.Section::name)
                                .toList())
                        + ".";
        };
    }

    /** Where most slices were invalid, and why: there no winner is named. */
    private static String withheld(List<Comparison> measured) {
        Map<String, List<String>> workloads = new LinkedHashMap<>();
        for (Comparison comparison : measured) {
            comparison.rows().stream()
                    .filter(row -> row.against() != null)
                    .map(row -> row.against().cpu())
                    .filter(cpu -> cpu.verdict() instanceof org.concurrencylab.statistics.Verdict.Invalid)
                    .map(Ratio::why)
                    .findFirst()
                    .ifPresent(why -> workloads
                            .computeIfAbsent(why, key -> new ArrayList<>())
                            .add(comparison.workload().name()));
        }
        return workloads.entrySet().stream()
                .map(entry -> "No winner is named in " + Format.list(entry.getValue()) + ": " + entry.getKey() + ".")
                .collect(Collectors.joining(" "));
    }

    private static String carried(Summary summary, Comparison comparison) {
        Row reference = comparison.rows().getFirst();
        List<String> parts = new ArrayList<>();
        for (Row row : parted(comparison)) {
            String verb = parts.isEmpty() ? " carried " : " ";
            String unit = parts.isEmpty() ? " times as many" : " times";
            parts.add(row.contender() + verb + limit(row) + times(row.against().carried(), unit));
        }
        String limits = comparison.rows().stream().map(Lead::predicted).collect(Collectors.joining());
        return "Offered " + Format.count(comparison.workload().ratePerSecond()) + " requests per second ("
                + comparison.workload().name() + "), " + summary.reference() + " carried "
                + Format.count(reference.carriedPerSecond()) + "; " + Format.list(parts) + "." + limits;
    }

    private static String times(Ratio ratio, String unit) {
        return Format.ratio(ratio).replaceFirst("×", unit);
    }

    private static String limit(Row row) {
        return switch (row.against().carriedLimit()) {
            case AT_LEAST -> "at least ";
            case AT_MOST -> "at most ";
            case NONE, SAME_OFFER -> "";
        };
    }

    private static String predicted(Row row) {
        return row.bound() instanceof Bound.Predicted(Prediction prediction)
                ? " This limit of " + row.contender() + " was predicted: " + prediction.formula() + " = "
                        + Format.rate(prediction.carriedPerSecond()) + "."
                : "";
    }

    private static String errors(List<Comparison> measured) {
        List<String> parts = measured.stream()
                .flatMap(comparison -> comparison.rows().stream()
                        .filter(row -> row.errors() > 0)
                        .map(row -> row.contender() + " " + Format.count(row.errors()) + " in "
                                + comparison.workload().name()))
                .toList();
        return parts.isEmpty() ? "No request failed." : "Failed requests: " + Format.list(parts) + ".";
    }

    private static String rest(Summary summary, List<Comparison> measured) {
        List<String> equal = measured.stream()
                .filter(comparison -> comparison.rows().stream().allMatch(Row::carriedTheOffer))
                .map(comparison -> comparison.workload().name())
                .toList();
        if (equal.size() == measured.size()) {
            String who = summary.results().contenders().size() == 1 ? summary.reference() : "Every contender";
            return who + " carried all that was offered" + (measured.size() == 1 ? "." : ", in every workload.");
        }
        return equal.isEmpty() ? "" : "Every contender carried all that was offered in " + Format.list(equal) + ".";
    }

    private static String cpu(Summary summary, List<Comparison> measured) {
        List<Row> rows = measured.stream()
                .flatMap(comparison -> comparison.rows().stream())
                .filter(row -> row.against() != null && row.against().cpu().blocks() > 0)
                .toList();
        List<String> parts = rows.stream()
                .map(Row::contender)
                .distinct()
                .map(name -> cpuOf(
                        name,
                        rows.stream()
                                .filter(row -> row.contender().equals(name))
                                .toList()))
                .toList();
        return parts.isEmpty()
                ? ""
                : "CPU time per request against " + summary.reference() + ": " + String.join("; ", parts) + ".";
    }

    private static String cpuOf(String name, List<Row> rows) {
        List<Double> shown = rows.stream()
                .map(row -> row.against().cpu())
                .filter(ratio -> ratio.difference() == Difference.MORE || ratio.difference() == Difference.LESS)
                .map(Ratio::value)
                .sorted()
                .toList();
        if (shown.isEmpty()) {
            boolean few = rows.stream().allMatch(row -> row.against().cpu().difference() == Difference.TOO_FEW_BLOCKS);
            boolean unknown = rows.stream().allMatch(row -> row.against().cpu().difference() == Difference.CANNOT_TELL);
            return name
                    + (few
                            ? " too few " + (haveRounds(rows) ? "rounds" : "blocks") + " to tell"
                            : unknown ? " cannot be told" : " no difference shown");
        }
        String range = shown.size() == 1
                ? Format.times(shown.getFirst())
                : Format.times(shown.getFirst()) + " to " + Format.times(shown.getLast());
        String where = shown.size() == rows.size()
                ? ""
                : " in %d of %d workloads, elsewhere no difference shown".formatted(shown.size(), rows.size());
        return name + " " + range + where;
    }

    private static boolean haveRounds(List<Row> rows) {
        return rows.stream().anyMatch(row -> row.against().cpu().estimate().rounds() > 1);
    }

    private static List<Row> parted(Comparison comparison) {
        return comparison.rows().stream()
                .filter(row -> row.against() != null && row.against().carriedLimit() != Limit.SAME_OFFER)
                .filter(row -> row.against().carried().difference() == Difference.MORE
                        || row.against().carried().difference() == Difference.LESS)
                .toList();
    }

    private static double distance(Comparison comparison) {
        return parted(comparison).stream()
                .mapToDouble(row -> Math.abs(Math.log(row.against().carried().value())))
                .max()
                .orElse(0);
    }
}
