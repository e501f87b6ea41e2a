package org.concurrencylab.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.apache.commons.statistics.descriptive.Median;
import org.concurrencylab.report.Row.Against;
import org.concurrencylab.report.Row.BusyCpus;
import org.concurrencylab.report.Row.Limit;
import org.concurrencylab.report.Summary.Comparison;
import org.concurrencylab.results.Results;
import org.concurrencylab.results.Results.Prediction;
import org.concurrencylab.results.Results.Workload;

/** Turns the slices of one workload into its rows. */
final class Comparisons {
    private Comparisons() {}

    static Comparison of(Results results, Workload workload) {
        Map<String, List<SliceFigures>> slices = results.slices().stream()
                .filter(slice -> slice.workload().equals(workload.name()))
                .filter(slice -> !slice.superseded() && !slice.twin())
                .sorted(Comparator.comparingInt(Results.Slice::block))
                .map(SliceFigures::of)
                .collect(Collectors.groupingBy(figures -> figures.slice().contender()));
        String first = results.contenders().getFirst().name();
        Row reference = row(workload, first, slices.getOrDefault(first, List.of()), null);
        List<Row> rows = results.contenders().stream()
                .map(Results.Contender::name)
                .filter(slices::containsKey)
                .map(name -> name.equals(first) ? reference : row(workload, name, slices.get(name), reference))
                .toList();
        return new Comparison(workload, rows, Notes.of(workload, rows));
    }

    private static Row row(Workload workload, String contender, List<SliceFigures> slices, Row reference) {
        double carried = median(slices, SliceFigures::carriedPerSecond);
        Prediction prediction = workload.predictions().stream()
                .filter(candidate -> candidate.contender().equals(contender))
                .findFirst()
                .orElse(null);
        Bound bound = Bound.of(carried, workload.ratePerSecond(), prediction);
        return new Row(
                contender,
                slices,
                merged(slices),
                carried,
                slices.stream().mapToLong(figures -> figures.slice().errors()).sum(),
                median(slices, SliceFigures::cpuMillisPerRequest),
                median(slices, SliceFigures::rssBytes),
                peak(slices),
                median(slices, SliceFigures::threads),
                median(slices, SliceFigures::switchesPerRequest),
                busy(slices),
                reference == null ? null : against(slices, bound, reference),
                prediction,
                bound);
    }

    private static Against against(List<SliceFigures> slices, Bound bound, Row reference) {
        return new Against(
                ratio(slices, reference.slices(), SliceFigures::carriedPerSecond),
                Limit.of(bound, reference.bound()),
                ratio(slices, reference.slices(), figures -> figures.latencyMicros(50)),
                ratio(slices, reference.slices(), SliceFigures::cpuMillisPerRequest));
    }

    private static Ratio ratio(
            List<SliceFigures> slices, List<SliceFigures> reference, ToDoubleFunction<SliceFigures> figure) {
        Map<Integer, SliceFigures> byBlock = reference.stream()
                .collect(Collectors.toMap(
                        figures -> figures.slice().block(), Function.identity(), (earlier, repeated) -> repeated));
        return Ratio.of(slices.stream()
                .filter(figures -> byBlock.containsKey(figures.slice().block()))
                .map(figures -> new Ratio.Pair(
                        figure.applyAsDouble(figures),
                        figure.applyAsDouble(byBlock.get(figures.slice().block()))))
                .toList());
    }

    private static BusyCpus busy(List<SliceFigures> slices) {
        return new BusyCpus(
                median(slices, f -> f.busyCpus(f.slice().usage().serviceCpuMillis())),
                median(slices, f -> f.busyCpus(f.slice().usage().databaseCpuMillis())),
                median(slices, f -> f.busyCpus(f.slice().usage().sellersCpuMillis())),
                median(slices, f -> f.busyCpus(f.slice().usage().generatorCpuMillis())));
    }

    private static double peak(List<SliceFigures> slices) {
        return slices.stream()
                .mapToDouble(
                        figures -> SliceFigures.orNaN(figures.slice().usage().servicePeakRssBytes()))
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN);
    }

    private static double median(List<SliceFigures> slices, ToDoubleFunction<SliceFigures> figure) {
        return Median.withDefaults()
                .evaluate(slices.stream()
                        .mapToDouble(figure)
                        .filter(Double::isFinite)
                        .toArray());
    }

    private static Histogram merged(List<SliceFigures> slices) {
        Histogram all = new Histogram(3);
        slices.forEach(figures -> all.add(figures.latency()));
        return all;
    }
}
