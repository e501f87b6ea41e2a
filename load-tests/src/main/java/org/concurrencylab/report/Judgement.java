package org.concurrencylab.report;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.concurrencylab.report.Row.Against;
import org.concurrencylab.report.Row.Limit;
import org.concurrencylab.statistics.Comparison;
import org.concurrencylab.statistics.Family;
import org.concurrencylab.statistics.NoiseFloor;
import org.concurrencylab.statistics.Pair;
import org.concurrencylab.statistics.PairedRatio;
import org.concurrencylab.statistics.RatioEstimate;
import org.concurrencylab.statistics.Verdict;

/**
 * Holds the contenders of one workload against the reference: every figure that can be compared, all of them as one
 * family. The reference is measured twice in each block; its two slices together are what the others are held against,
 * and against one another they show the noise. With several rounds, intervals and noise are taken over the rounds.
 */
final class Judgement {

    private static final double PERCENT = 100;

    private record Key(String contender, Figure figure) {}

    /** Two slices are a pair only within one block of one round. */
    private record Block(int round, int number) {
        static Block of(SliceFigures figures) {
            return new Block(figures.slice().round(), figures.slice().block());
        }
    }

    private final Map<Block, List<SliceFigures>> reference;
    private final Bound referenceBound;
    private final Map<Figure, NoiseFloor> floors = new LinkedHashMap<>();
    private final Map<Key, RatioEstimate> estimates = new LinkedHashMap<>();
    private final Map<Key, Comparison> comparisons = new LinkedHashMap<>();
    private final Map<String, Limit> limits = new LinkedHashMap<>();

    /**
     * @param reference its slices, valid and invalid
     * @param twin its second slices
     * @param referenceBound what kept it from carrying more
     */
    Judgement(List<SliceFigures> reference, List<SliceFigures> twin, Bound referenceBound) {
        this.referenceBound = referenceBound;
        Map<Block, List<SliceFigures>> first = byBlock(reference);
        Map<Block, List<SliceFigures>> second = byBlock(twin);
        this.reference = new LinkedHashMap<>(first);
        second.forEach((block, slices) -> this.reference.merge(block, slices, Judgement::joined));
        for (Figure figure : Figure.values()) {
            floors.put(figure, NoiseFloor.ofRounds(pairs(figure, twin, first)));
        }
    }

    /** Takes a contender into the family. */
    void add(String contender, List<SliceFigures> slices, Bound bound) {
        Limit limit = Limit.of(bound, referenceBound);
        limits.put(contender, limit);
        for (Figure figure : Figure.values()) {
            Key key = new Key(contender, figure);
            RatioEstimate estimate = PairedRatio.ofRounds(pairs(figure, slices, reference));
            estimates.put(key, estimate);
            if (figure.compares(limit)) {
                comparisons.put(key, comparison(figure, slices, estimate));
            }
        }
    }

    private Comparison comparison(Figure figure, List<SliceFigures> slices, RatioEstimate estimate) {
        List<SliceFigures> all = joined(
                slices, reference.values().stream().flatMap(Collection::stream).toList());
        return MostlyInvalid.why(all)
                .<Comparison>map(Comparison.Invalid::new)
                .orElseGet(() -> new Comparison.Measured(estimate, floors.get(figure), smallest(figure)));
    }

    /** With several rounds the interval knows how starts differ. */
    private double smallest(Figure figure) {
        boolean oneStart =
                reference.keySet().stream().mapToInt(Block::round).distinct().count() == 1;
        return oneStart ? Math.log1p(figure.startsPercent() / PERCENT) : 0;
    }

    /** The ratios of every contender that was added. */
    Map<String, Against> judge() {
        Map<Key, Verdict> verdicts = Family.ofFivePercent().judge(comparisons);
        return limits.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new Against(
                                ratio(entry.getKey(), Figure.CARRIED, verdicts),
                                entry.getValue(),
                                ratio(entry.getKey(), Figure.P50, verdicts),
                                ratio(entry.getKey(), Figure.CPU, verdicts))));
    }

    private Ratio ratio(String contender, Figure figure, Map<Key, Verdict> verdicts) {
        Key key = new Key(contender, figure);
        RatioEstimate estimate = estimates.get(key);
        return new Ratio(estimate, floors.get(figure), verdicts.getOrDefault(key, new Verdict.TooFewBlocks(estimate)));
    }

    /** What the reference differs from itself by. */
    Noise noise() {
        return new Noise(floors.get(Figure.CARRIED), floors.get(Figure.P50), floors.get(Figure.CPU));
    }

    /** The pairs of each round. */
    private static List<List<Pair>> pairs(
            Figure figure, List<SliceFigures> slices, Map<Block, List<SliceFigures>> reference) {
        Map<Integer, List<Pair>> rounds = slices.stream()
                .filter(figures -> figures.slice().valid())
                .filter(figures -> reference.containsKey(Block.of(figures)))
                .collect(Collectors.groupingBy(
                        figures -> figures.slice().round(),
                        TreeMap::new,
                        Collectors.mapping(
                                figures -> new Pair(
                                        figure.of(figures), geometricMean(figure, reference.get(Block.of(figures)))),
                                Collectors.toList())));
        return List.copyOf(rounds.values());
    }

    private static double geometricMean(Figure figure, List<SliceFigures> slices) {
        return Math.exp(slices.stream()
                .filter(figures -> figures.slice().valid())
                .mapToDouble(figure::of)
                .map(Math::log)
                .average()
                .orElse(Double.NaN));
    }

    private static Map<Block, List<SliceFigures>> byBlock(List<SliceFigures> slices) {
        return slices.stream().collect(Collectors.groupingBy(Block::of));
    }

    private static List<SliceFigures> joined(List<SliceFigures> one, List<SliceFigures> other) {
        return java.util.stream.Stream.concat(one.stream(), other.stream()).toList();
    }
}
