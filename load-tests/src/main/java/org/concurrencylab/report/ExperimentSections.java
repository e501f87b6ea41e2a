package org.concurrencylab.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.concurrencylab.experiments.Answer;
import org.concurrencylab.experiments.Answer.Exhibit;
import org.concurrencylab.experiments.Experiment;
import org.concurrencylab.experiments.Experiments;
import org.concurrencylab.experiments.Picture;
import org.concurrencylab.report.Chart.Table;
import org.concurrencylab.results.Results;

/** What the experiments of a run found, computed from their trials. */
final class ExperimentSections {
    private ExperimentSections() {}

    /**
     * One experiment.
     *
     * @param id unique in the page
     * @param name of the experiment
     * @param question in words
     * @param prediction written before measuring
     * @param verdict in words
     * @param rulings on claims
     * @param exhibits lines that programs wrote
     * @param charts its pictures
     * @param command that makes it again
     */
    record Section(
            String id,
            String name,
            String question,
            String prediction,
            String verdict,
            List<Claims.Row> rulings,
            List<Exhibit> exhibits,
            List<Chart> charts,
            String command) {}

    static List<Section> of(Results results) {
        return results.experiments().stream()
                .map(made -> Experiments.named(made.name())
                        .map(experiment -> section(experiment, made))
                        .orElseGet(() -> unknown(made)))
                .toList();
    }

    private static Section section(Experiment experiment, Results.Experiment made) {
        Answer answer = experiment.answer(made.trials());
        String id = "experiment-" + experiment.name();
        return new Section(
                id,
                experiment.name(),
                experiment.question(),
                experiment.prediction(),
                answer.verdict(),
                answer.rulings().stream()
                        .map(ruling -> Claims.Row.of(ruling, experiment.name(), id))
                        .toList(),
                answer.exhibits(),
                answer.pictures().stream().map(picture -> chart(id, picture)).toList(),
                "./lab compare --experiments " + experiment.name());
    }

    private static Section unknown(Results.Experiment made) {
        return new Section(
                "experiment-unknown",
                made.name(),
                "",
                "",
                "This version of the lab does not know it.",
                List.of(),
                List.of(),
                List.of(),
                "");
    }

    private static Chart chart(String id, Picture picture) {
        Map<String, Object> drawing = new LinkedHashMap<>();
        drawing.put("kind", "lines");
        drawing.put("x", picture.x());
        drawing.put("y", picture.y());
        drawing.put("logarithmic", picture.logarithmic());
        drawing.put(
                "series",
                picture.lines().stream().map(ExperimentSections::series).toList());
        List<List<String>> rows = new ArrayList<>();
        picture.lines().forEach(line -> line.points().forEach(point -> rows.add(List.of(line.name(), point.text()))));
        return new Chart(
                id + "-" + picture.key(),
                picture.question(),
                picture.howToRead(),
                picture.lines().stream()
                        .map(line -> line.name() + " " + (line.mark() == null ? lastOf(line) : line.markText()))
                        .collect(Collectors.joining("; ", picture.question() + " ", ".")),
                drawing,
                new Table(List.of("contender", "measured"), rows));
    }

    private static String lastOf(Picture.Line line) {
        return line.points().isEmpty() ? "nothing" : line.points().getLast().text();
    }

    private static Map<String, Object> series(Picture.Line line) {
        Map<String, Object> series = new LinkedHashMap<>();
        series.put("name", line.name());
        series.put(
                "points",
                line.points().stream()
                        .filter(point -> Double.isFinite(point.y()))
                        .map(point -> Map.of("x", point.x(), "y", point.y(), "text", point.text()))
                        .toList());
        if (line.mark() != null) {
            series.put("mark", line.mark());
            series.put("markText", line.markText());
        }
        return series;
    }
}
