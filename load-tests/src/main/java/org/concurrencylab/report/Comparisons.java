package org.concurrencylab.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.concurrencylab.report.Row.Against;
import org.concurrencylab.report.Row.BusyCpus;
import org.concurrencylab.report.Summary.Comparison;
import org.concurrencylab.results.Results;
import org.concurrencylab.results.Results.Prediction;
import org.concurrencylab.results.Results.Workload;

/** Turns the slices of one workload into its rows. */
final class Comparisons {
    private Comparisons() {}

    static Comparison of(Results results, Workload workload) {
        Map<String, List<SliceFigures>> slices = slices(results, workload, false);
        String first = results.contenders().getFirst().name();
        Map<String, List<SliceFigures>> twins = slices(results, workload, true);
        Map<String, Bound> bounds = new HashMap<>();
        results.contenders()
                .forEach(contender -> bounds.put(
                        contender.name(),
                        bound(contender, workload, slices.getOrDefault(contender.name(), List.of()))));
        Judgement judgement = new Judgement(slices, twins, first, bounds.get(first));
        results.contenders().stream()
                .map(Results.Contender::name)
                .filter(name -> !name.equals(first) && slices.containsKey(name))
                .forEach(name -> judgement.add(name, bounds.get(name)));
        Map<String, Against> against = judgement.judge();
        List<Row> rows = results.contenders().stream()
                .map(Results.Contender::name)
                .filter(slices::containsKey)
                .map(name -> row(workload, name, slices.get(name), against.get(name), bounds.get(name)))
                .toList();
        return new Comparison(workload, rows, judgement.noise(), Notes.of(workload, rows));
    }

    private static Map<String, List<SliceFigures>> slices(Results results, Workload workload, boolean twins) {
        return results.slices().stream()
                .filter(slice -> slice.workload().equals(workload.name()))
                .filter(slice -> !slice.superseded() && slice.twin() == twins)
                .sorted(Comparator.comparingInt(Results.Slice::round).thenComparingInt(Results.Slice::block))
                .map(SliceFigures::of)
                .collect(Collectors.groupingBy(figures -> figures.slice().contender()));
    }

    private static Bound bound(Results.Contender contender, Workload workload, List<SliceFigures> slices) {
        return Bound.of(
                SliceFigures.median(slices, SliceFigures::carriedPerSecond),
                workload.ratePerSecond(),
                prediction(workload, contender.name()),
                contender.runtime() == null ? 0 : contender.runtime().databaseConnections(),
                slices);
    }

    private static Prediction prediction(Workload workload, String contender) {
        return workload.predictions().stream()
                .filter(candidate -> candidate.contender().equals(contender))
                .findFirst()
                .orElse(null);
    }

    private static Row row(
            Workload workload, String contender, List<SliceFigures> slices, Against against, Bound bound) {
        return new Row(
                contender,
                slices,
                merged(slices),
                SliceFigures.median(slices, SliceFigures::carriedPerSecond),
                slices.stream().mapToLong(figures -> figures.slice().errors()).sum(),
                SliceFigures.median(slices, SliceFigures::cpuMillisPerRequest),
                SliceFigures.median(slices, SliceFigures::rssBytes),
                peak(slices),
                SliceFigures.median(slices, SliceFigures::threads),
                SliceFigures.median(slices, SliceFigures::switchesPerRequest),
                busy(slices),
                against,
                prediction(workload, contender),
                bound);
    }

    private static BusyCpus busy(List<SliceFigures> slices) {
        return new BusyCpus(
                SliceFigures.median(slices, f -> f.busyCpus(f.slice().usage().serviceCpuMillis())),
                SliceFigures.median(slices, f -> f.busyCpus(f.slice().usage().databaseCpuMillis())),
                SliceFigures.median(slices, f -> f.busyCpus(f.slice().usage().sellersCpuMillis())),
                SliceFigures.median(slices, f -> f.busyCpus(f.slice().usage().generatorCpuMillis())));
    }

    private static double peak(List<SliceFigures> slices) {
        return slices.stream()
                .mapToDouble(
                        figures -> SliceFigures.orNaN(figures.slice().usage().servicePeakRssBytes()))
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN);
    }

    private static Histogram merged(List<SliceFigures> slices) {
        Histogram all = new Histogram(3);
        slices.forEach(figures -> all.add(figures.latency()));
        return all;
    }
}
