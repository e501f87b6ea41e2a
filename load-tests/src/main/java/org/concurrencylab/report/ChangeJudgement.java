package org.concurrencylab.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.concurrencylab.report.Change.OfFigure;
import org.concurrencylab.report.Row.Limit;
import org.concurrencylab.results.Results.Workload;
import org.concurrencylab.statistics.Comparison;
import org.concurrencylab.statistics.Family;
import org.concurrencylab.statistics.NoiseFloor;
import org.concurrencylab.statistics.RatioEstimate;
import org.concurrencylab.statistics.Verdict;
import org.concurrencylab.statistics.WelchRatio;

/**
 * Holds each contender under one workload against itself before the change: all its figures as one family.
 *
 * <p>From one start on a side nothing is named, however narrow the interval over blocks is: of two real runs of one and
 * the same build, three minutes apart, the second took 1.16 and 1.22 times the CPU time per request, and 1.37 and 1.48
 * times the p50 latency, with intervals that left out 1.
 */
final class ChangeJudgement {

    private static final String ONE_START = "with one run on a side the drift of the machine between them is not known";

    private record Key(String contender, Figure figure) {}

    private final Summary before;
    private final Summary after;
    private final Workload workload;
    private final boolean overRounds;
    private final Map<Key, Limit> limits = new LinkedHashMap<>();
    private final Map<Key, double[]> old = new LinkedHashMap<>();
    private final Map<Key, double[]> now = new LinkedHashMap<>();
    private final Map<Key, RatioEstimate> estimates = new LinkedHashMap<>();
    private final Map<Key, Comparison> comparisons = new LinkedHashMap<>();

    ChangeJudgement(Summary before, Summary after, Workload workload, boolean overRounds) {
        this.before = before;
        this.after = after;
        this.workload = workload;
        this.overRounds = overRounds;
    }

    List<OfFigure> figures() {
        for (Row row : comparison(before).rows()) {
            comparison(after).rows().stream()
                    .filter(candidate -> candidate.contender().equals(row.contender()))
                    .findFirst()
                    .ifPresent(candidate -> add(row, candidate));
        }
        Map<Key, Verdict> verdicts = Family.ofFivePercent().judge(comparisons);
        return estimates.entrySet().stream()
                .map(entry -> new OfFigure(
                        entry.getKey().contender(),
                        entry.getKey().figure(),
                        geometricMean(old.get(entry.getKey())),
                        geometricMean(now.get(entry.getKey())),
                        limits.get(entry.getKey()),
                        entry.getValue(),
                        verdict(entry.getKey(), verdicts)))
                .toList();
    }

    private Verdict verdict(Key key, Map<Key, Verdict> verdicts) {
        RatioEstimate estimate = estimates.get(key);
        Verdict verdict = verdicts.getOrDefault(key, new Verdict.TooFewBlocks(estimate));
        boolean named = verdict instanceof Verdict.More || verdict instanceof Verdict.Less;
        if (overRounds || !named) {
            return verdict;
        }
        return new Verdict.Invalid(ONE_START);
    }

    private void add(Row oldRow, Row newRow) {
        List<SliceFigures> oldSlices = slices(before, oldRow.contender());
        List<SliceFigures> newSlices = slices(after, oldRow.contender());
        Limit limit = Limit.of(newRow.bound(), oldRow.bound());
        Optional<String> invalid = MostlyInvalid.why(oldSlices).or(() -> MostlyInvalid.why(newSlices));
        for (Figure figure : Figure.values()) {
            Key key = new Key(oldRow.contender(), figure);
            limits.put(key, limit);
            old.put(key, independent(figure, oldSlices));
            now.put(key, independent(figure, newSlices));
            estimates.put(key, WelchRatio.of(now.get(key), old.get(key)));
            if (figure.compares(limit)) {
                comparisons.put(
                        key,
                        invalid.<Comparison>map(Comparison.Invalid::new)
                                .orElseGet(() -> comparison(figure, estimates.get(key))));
            }
        }
    }

    /** Over starts of the services the interval holds all there is; over blocks the noise of the runs is the least. */
    private Comparison comparison(Figure figure, RatioEstimate estimate) {
        if (overRounds) {
            return new Comparison.Measured(estimate, NoiseFloor.unknown());
        }
        NoiseFloor one = floor(comparison(before).noise(), figure);
        NoiseFloor other = floor(comparison(after).noise(), figure);
        if (!one.isKnown() || !other.isKnown()) {
            return new Comparison.Measured(estimate, NoiseFloor.unknown());
        }
        return new Comparison.Measured(estimate, one.ofMean() > other.ofMean() ? one : other);
    }

    private static NoiseFloor floor(Noise noise, Figure figure) {
        return switch (figure) {
            case CARRIED -> noise.carried();
            case P50 -> noise.p50();
            case CPU -> noise.cpu();
        };
    }

    private Summary.Comparison comparison(Summary side) {
        return side.workloads().stream()
                .filter(comparison -> comparison.workload().name().equals(workload.name()))
                .findFirst()
                .orElseThrow();
    }

    /** The second slices of a block are slices of the same service, and so among these. */
    private List<SliceFigures> slices(Summary side, String contender) {
        return side.results().slices().stream()
                .filter(slice -> slice.workload().equals(workload.name())
                        && slice.contender().equals(contender)
                        && !slice.superseded())
                .map(SliceFigures::of)
                .toList();
    }

    /** What may be taken for independent: a mean per round, or with a single start of the services one per block. */
    private double[] independent(Figure figure, List<SliceFigures> slices) {
        Map<Integer, Map<Integer, List<Double>>> rounds = slices.stream()
                .filter(figures -> figures.slice().valid() && isUsable(figure.of(figures)))
                .collect(Collectors.groupingBy(
                        figures -> figures.slice().round(),
                        TreeMap::new,
                        Collectors.groupingBy(
                                figures -> figures.slice().block(),
                                TreeMap::new,
                                Collectors.mapping(figure::of, Collectors.toList()))));
        List<Double> values = new ArrayList<>();
        for (Map<Integer, List<Double>> blocks : rounds.values()) {
            double[] ofBlocks = blocks.values().stream()
                    .mapToDouble(ChangeJudgement::geometricMean)
                    .toArray();
            if (overRounds) {
                values.add(geometricMean(ofBlocks));
            } else {
                for (double block : ofBlocks) {
                    values.add(block);
                }
            }
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static boolean isUsable(double figure) {
        return figure > 0 && Double.isFinite(figure);
    }

    private static double geometricMean(List<Double> values) {
        return geometricMean(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double geometricMean(double[] values) {
        return Math.exp(Arrays.stream(values).map(Math::log).average().orElse(Double.NaN));
    }
}
