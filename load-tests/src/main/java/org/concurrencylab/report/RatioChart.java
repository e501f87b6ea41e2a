package org.concurrencylab.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.concurrencylab.report.Chart.Table;
import org.concurrencylab.report.Ratio.Difference;
import org.concurrencylab.report.Row.Limit;
import org.concurrencylab.report.Summary.Comparison;

/**
 * Every ratio to the reference with its interval, on a logarithmic axis, so that half and double lie equally far from
 * 1; behind it the band within which a contender differs from itself.
 */
final class RatioChart {

    private RatioChart() {}

    /**
     * One ratio.
     *
     * @param contender its name
     * @param figure what is compared
     * @param ratio to the reference
     */
    private record Line(String contender, String figure, Ratio ratio) {

        String verdict() {
            return switch (ratio.difference()) {
                case MORE -> "more";
                case LESS -> "less";
                case NOT_SHOWN -> "no difference shown";
                case TOO_FEW_BLOCKS -> ratio.why();
                case CANNOT_TELL -> "cannot tell: " + ratio.why();
            };
        }
    }

    static boolean hasData(Comparison comparison) {
        return !lines(comparison).isEmpty();
    }

    static Chart of(Comparison comparison, String reference, String id) {
        List<Line> lines = lines(comparison);
        Map<String, Object> drawing = new LinkedHashMap<>();
        drawing.put("kind", "ratios");
        drawing.put("unit", "times the figure of " + reference);
        drawing.put("rows", lines.stream().map(RatioChart::drawn).toList());
        return new Chart(
                id + "-ratios",
                "Which differences are real?",
                "A mark is how many times the figure of " + reference
                        + " it is, its line the 95 % interval: a line that"
                        + " crosses 1 shows no difference. The band behind it is what one contender differs from itself by.",
                lines.stream()
                        .map(line -> line.contender() + " " + line.figure() + " " + Format.ratio(line.ratio()) + ", "
                                + line.verdict())
                        .collect(Collectors.joining("; ", "Which differences are real? ", ".")),
                drawing,
                new Table(
                        List.of("contender", "figure", "ratio", "noise", "verdict"),
                        lines.stream()
                                .map(line -> List.of(
                                        line.contender(),
                                        line.figure(),
                                        Format.ratio(line.ratio()),
                                        line.ratio().floor().text(),
                                        line.verdict()))
                                .toList()));
    }

    private static List<Line> lines(Comparison comparison) {
        List<Line> lines = new ArrayList<>();
        for (Row row : comparison.rows()) {
            if (row.against() == null) {
                continue;
            }
            boolean sameOffer = row.against().carriedLimit() == Limit.SAME_OFFER;
            if (!sameOffer) {
                lines.add(new Line(row.contender(), "carried", row.against().carried()));
            } else {
                lines.add(new Line(row.contender(), "p50 latency", row.against().p50()));
            }
            lines.add(new Line(row.contender(), "CPU per request", row.against().cpu()));
        }
        lines.removeIf(line -> !Double.isFinite(line.ratio().low()));
        return lines;
    }

    private static Map<String, Object> drawn(Line line) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", line.contender());
        row.put("figure", line.figure());
        row.put("value", line.ratio().value());
        row.put("low", line.ratio().low());
        row.put("high", line.ratio().high());
        row.put("text", Format.times(line.ratio().value()));
        row.put("verdict", Format.ratio(line.ratio()) + ", " + line.verdict());
        row.put("named", named(line.ratio().difference()));
        if (line.ratio().floor().isKnown()) {
            row.put("floor", 1 + line.ratio().floor().percent() / 100);
        }
        return row;
    }

    private static boolean named(Difference difference) {
        return difference == Difference.MORE || difference == Difference.LESS;
    }
}
