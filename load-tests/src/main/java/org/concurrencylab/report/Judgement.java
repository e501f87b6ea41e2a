package org.concurrencylab.report;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * family. In each block one of them is measured twice; its two slices together are what it has there, and against one
 * another they show the noise. With several rounds, intervals and noise are taken over the rounds.
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

    private final Map<String, List<SliceFigures>> slices;
    private final Map<String, List<SliceFigures>> twins;
    private final Map<Block, List<SliceFigures>> reference;
    private final Bound referenceBound;
    private final Map<Figure, NoiseFloor> floors = new LinkedHashMap<>();
    private final Map<Key, RatioEstimate> estimates = new LinkedHashMap<>();
    private final Map<Key, Comparison> comparisons = new LinkedHashMap<>();
    private final Map<String, Limit> limits = new LinkedHashMap<>();

    /**
     * @param slices of every contender, valid and invalid
     * @param twins the second ones of those that were measured twice in a block
     * @param reference name of the contender that the others are held against
     * @param referenceBound what kept it from carrying more
     */
    Judgement(
            Map<String, List<SliceFigures>> slices,
            Map<String, List<SliceFigures>> twins,
            String reference,
            Bound referenceBound) {
        this.slices = slices;
        this.twins = twins;
        this.referenceBound = referenceBound;
        this.reference = byBlock(all(reference));
        for (Figure figure : Figure.values()) {
            Map<Integer, List<Pair>> rounds = new TreeMap<>();
            twins.forEach((contender, second) -> pairs(
                            figure, byBlock(second), byBlock(slices.getOrDefault(contender, List.of())))
                    .forEach((round, pairs) -> rounds.merge(round, pairs, Judgement::joined)));
            floors.put(figure, NoiseFloor.ofRounds(List.copyOf(rounds.values())));
        }
    }

    /** Takes a contender into the family. */
    void add(String contender, Bound bound) {
        Limit limit = Limit.of(bound, referenceBound);
        limits.put(contender, limit);
        List<SliceFigures> all = all(contender);
        for (Figure figure : Figure.values()) {
            Key key = new Key(contender, figure);
            RatioEstimate estimate = PairedRatio.ofRounds(
                    List.copyOf(pairs(figure, byBlock(all), reference).values()));
            estimates.put(key, estimate);
            if (figure.compares(limit)) {
                comparisons.put(key, comparison(figure, all, estimate));
            }
        }
    }

    private List<SliceFigures> all(String contender) {
        return joined(slices.getOrDefault(contender, List.of()), twins.getOrDefault(contender, List.of()));
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

    /** What a contender differs from itself by. */
    Noise noise() {
        return new Noise(floors.get(Figure.CARRIED), floors.get(Figure.P50), floors.get(Figure.CPU));
    }

    /** A pair for each block in which both have a valid slice, by round. */
    private static Map<Integer, List<Pair>> pairs(
            Figure figure, Map<Block, List<SliceFigures>> slices, Map<Block, List<SliceFigures>> others) {
        return slices.keySet().stream()
                .filter(block -> isValid(slices.get(block)) && isValid(others.getOrDefault(block, List.of())))
                .collect(Collectors.groupingBy(
                        Block::round,
                        TreeMap::new,
                        Collectors.mapping(
                                block -> new Pair(
                                        geometricMean(figure, slices.get(block)),
                                        geometricMean(figure, others.get(block))),
                                Collectors.toList())));
    }

    private static boolean isValid(List<SliceFigures> slices) {
        return slices.stream().anyMatch(figures -> figures.slice().valid());
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
        return slices.stream().collect(Collectors.groupingBy(Block::of, LinkedHashMap::new, Collectors.toList()));
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
