package org.concurrencylab.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.concurrencylab.report.Chart.Table;
import org.concurrencylab.report.Summary.Comparison;

/**
 * A row per contender: a bar from zero to its median, and a dot per block, so that the spread is seen.
 *
 * @param key short name, part of the chart's id
 * @param question its title
 * @param howToRead one sentence
 * @param ofSlice the figure of one block
 * @param ofRow the figure of the contender
 * @param format how the figure is printed
 * @param scale by which the figure is multiplied on the axis, e.g. 1/2²⁰ for MiB
 * @param unit of the axis
 */
record StripChart(
        String key,
        String question,
        String howToRead,
        ToDoubleFunction<SliceFigures> ofSlice,
        ToDoubleFunction<Row> ofRow,
        DoubleFunction<String> format,
        double scale,
        String unit) {

    boolean hasData(Comparison comparison) {
        return comparison.rows().stream().anyMatch(row -> Double.isFinite(ofRow.applyAsDouble(row)));
    }

    /** The chart, with lines for the offered rate and the predictions when {@code rates} is true. */
    Chart of(Comparison comparison, String id, boolean rates) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Row row : comparison.rows()) {
            Map<String, Object> drawn = new LinkedHashMap<>();
            drawn.put("name", row.contender());
            drawn.put("value", onAxis(ofRow.applyAsDouble(row)));
            drawn.put("text", format.apply(ofRow.applyAsDouble(row)));
            drawn.put(
                    "dots",
                    row.slices().stream()
                            .map(figures -> dot(figures, BlockName.severalRounds(row.slices())))
                            .toList());
            if (rates && row.prediction() != null) {
                drawn.put("predicted", onAxis(row.prediction().carriedPerSecond()));
                drawn.put(
                        "predictedText",
                        "predicted " + Format.rate(row.prediction().carriedPerSecond()));
            }
            rows.add(drawn);
        }
        Map<String, Object> drawing = new LinkedHashMap<>();
        drawing.put("kind", "strip");
        drawing.put("unit", unit);
        drawing.put("rows", rows);
        if (rates) {
            drawing.put("offered", onAxis(comparison.workload().ratePerSecond()));
            drawing.put(
                    "offeredText",
                    "offered " + Format.rate(comparison.workload().ratePerSecond()));
        }
        return new Chart(id + "-" + key, question, howToRead, spoken(comparison), drawing, table(comparison, rates));
    }

    private Map<String, Object> dot(SliceFigures figures, boolean severalRounds) {
        double value = ofSlice.applyAsDouble(figures);
        Map<String, Object> dot = new LinkedHashMap<>();
        dot.put("value", onAxis(value));
        dot.put("text", "block " + BlockName.of(figures.slice(), severalRounds) + ": " + format.apply(value));
        return dot;
    }

    private String spoken(Comparison comparison) {
        return comparison.rows().stream()
                .map(row -> row.contender() + " " + format.apply(ofRow.applyAsDouble(row)))
                .collect(Collectors.joining(", ", question + " ", "."));
    }

    private Table table(Comparison comparison, boolean rates) {
        List<String> head = new ArrayList<>(List.of("contender", "median", "each block"));
        if (rates) {
            head.addAll(List.of("offered", "predicted"));
        }
        return new Table(
                head,
                comparison.rows().stream()
                        .map(row -> cells(comparison, row, rates))
                        .toList());
    }

    private List<String> cells(Comparison comparison, Row row, boolean rates) {
        List<String> cells = new ArrayList<>();
        cells.add(row.contender());
        cells.add(format.apply(ofRow.applyAsDouble(row)));
        cells.add(row.slices().stream()
                .map(figures -> format.apply(ofSlice.applyAsDouble(figures)))
                .collect(Collectors.joining(" · ")));
        if (rates) {
            cells.add(Format.rate(comparison.workload().ratePerSecond()));
            cells.add(
                    row.prediction() == null
                            ? Format.NONE
                            : Format.rate(row.prediction().carriedPerSecond()));
        }
        return cells;
    }

    /** JSON has no NaN. */
    private Double onAxis(double figure) {
        return Double.isFinite(figure) ? Double.valueOf(figure * scale) : null;
    }
}
