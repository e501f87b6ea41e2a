package org.concurrencylab.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.concurrencylab.report.Chart.Table;
import org.concurrencylab.results.Results;
import org.concurrencylab.results.Results.WarmUpStep;

/** What a request cost each contender from second to second, until it cost no less: the steady-state check. */
final class WarmUpChart {

    private WarmUpChart() {}

    /** Empty when nothing is known of the warm-up. */
    static Optional<Chart> of(Results results) {
        Map<String, List<WarmUpStep>> steps = results.warmUp().stream()
                .filter(step -> step.cpuMillisPerRequest() != null)
                .collect(Collectors.groupingBy(WarmUpStep::contender, LinkedHashMap::new, Collectors.toList()));
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> drawing = new LinkedHashMap<>();
        drawing.put("kind", "lines");
        drawing.put("x", "seconds of load");
        drawing.put("y", "milliseconds of CPU time per request");
        drawing.put("logarithmic", true);
        drawing.put(
                "series",
                steps.entrySet().stream()
                        .map(entry -> Map.of("name", entry.getKey(), "points", points(entry.getValue())))
                        .toList());
        return Optional.of(new Chart(
                "warm-up-chart",
                "Were the contenders warm?",
                "Each of them under the same mixed load, on all CPUs, before anything was measured: a line that still"
                        + " falls at its end is a service that was still being compiled. The axis is logarithmic.",
                steps.entrySet().stream()
                        .map(entry -> entry.getKey() + " from "
                                + Format.cpu(entry.getValue().getFirst().cpuMillisPerRequest()) + " to "
                                + Format.cpu(entry.getValue().getLast().cpuMillisPerRequest()))
                        .collect(Collectors.joining(", ", "CPU time per request fell for ", ".")),
                drawing,
                new Table(
                        List.of("contender", "second", "answered", "CPU per request"),
                        results.warmUp().stream()
                                .map(step -> List.of(
                                        step.contender(),
                                        Format.count(step.seconds()),
                                        Format.rate(step.ratePerSecond()),
                                        Format.cpu(SliceFigures.orNaN(step.cpuMillisPerRequest()))))
                                .toList())));
    }

    /** Seconds begin anew with each round; a point without a place keeps the lines of two rounds apart. */
    private static List<Map<String, Object>> points(List<WarmUpStep> steps) {
        List<Map<String, Object>> points = new ArrayList<>();
        double last = 0;
        for (WarmUpStep step : steps) {
            if (step.seconds() <= last) {
                Map<String, Object> gap = new LinkedHashMap<>();
                gap.put("x", null);
                gap.put("y", null);
                gap.put("text", "");
                points.add(gap);
            }
            points.add(point(step));
            last = step.seconds();
        }
        return points;
    }

    private static Map<String, Object> point(WarmUpStep step) {
        return Map.of(
                "x",
                step.seconds(),
                "y",
                step.cpuMillisPerRequest(),
                "text",
                "second " + Format.count(step.seconds()) + ": " + Format.cpu(step.cpuMillisPerRequest()) + " at "
                        + Format.rate(step.ratePerSecond()));
    }
}
