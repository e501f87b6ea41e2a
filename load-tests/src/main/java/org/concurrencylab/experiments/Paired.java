package org.concurrencylab.experiments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.concurrencylab.experiments.Bench.Service;
import org.concurrencylab.experiments.Picture.Line;
import org.concurrencylab.experiments.Picture.Point;
import org.concurrencylab.results.Finding;
import org.concurrencylab.results.Finding.Kind;
import org.concurrencylab.results.Results.Slice;
import org.concurrencylab.results.Trial;
import org.concurrencylab.statistics.Pair;
import org.concurrencylab.statistics.PairedRatio;
import org.concurrencylab.statistics.RatioEstimate;

/** Trials measured in blocks, each of which visits everybody once, and the ratios within these blocks. */
final class Paired {
    /** The axis that numbers blocks, from 0. */
    static final String BLOCK = "block";

    private static final int REPEATS = 2;

    private Paired() {}

    /** Measures, and again when something disturbed it that may pass; twice at most. */
    static Slice undisturbed(Service service, Ask ask) {
        Slice slice = service.measure(ask);
        for (int again = 0; again < REPEATS && disturbed(slice); again++) {
            slice = service.measure(ask);
        }
        return slice;
    }

    /** Whether something was found that may have passed when it is measured again. */
    static boolean disturbed(Slice slice) {
        return slice.findings().stream().map(Finding::kind).anyMatch(kind -> kind.disqualifies() && kind.passing());
    }

    /** The order of a block: each starts with another one, so that nobody is always first. */
    static <T> List<T> order(List<T> all, int block) {
        List<T> order = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            order.add(all.get((i + block) % all.size()));
        }
        return order;
    }

    /**
     * A figure block by block.
     *
     * @param of whose trials, and under which load
     * @param usable which slices count
     * @param figure NaN where it is unknown
     */
    static Map<Double, Double> byBlock(
            List<Trial> trials, Predicate<Trial> of, Predicate<Slice> usable, ToDoubleFunction<Slice> figure) {
        Map<Double, Double> figures = new HashMap<>();
        trials.stream()
                .filter(of)
                .filter(trial -> usable.test(trial.slice()))
                .forEach(trial -> figures.put(trial.at(BLOCK), figure.applyAsDouble(trial.slice())));
        return figures;
    }

    /** One figure ÷ another over the blocks that hold both, with a 95 % interval from three such blocks on. */
    static RatioEstimate ratio(Map<Double, Double> one, Map<Double, Double> other) {
        return PairedRatio.of(one.keySet().stream()
                .filter(other::containsKey)
                .sorted()
                .map(block -> new Pair(one.get(block), other.get(block)))
                .toList());
    }

    /** The middle one of the figures; NaN without any. */
    static double median(Map<Double, Double> figures) {
        double[] all = DoubleStream.of(
                        figures.values().stream().mapToDouble(figure -> figure).toArray())
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return all.length == 0 ? Double.NaN : all[all.length / 2];
    }

    /**
     * A figure from block to block, for people counted from 1.
     *
     * @param text a figure as printed
     */
    static Line line(String name, Map<Double, Double> figures, DoubleFunction<String> text) {
        return new Line(
                name,
                figures.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> new Point(
                                entry.getKey() + 1,
                                entry.getValue(),
                                "block %.0f: %s".formatted(entry.getKey() + 1, text.apply(entry.getValue()))))
                        .toList());
    }

    /**
     * Whether the load was what was asked for. What other programs took does not matter to a figure that differs by a
     * factor, such as what a pool of threads carries and what is offered.
     */
    static boolean loadedAsAsked(Slice slice) {
        return slice.findings().stream()
                .map(Finding::kind)
                .noneMatch(kind -> kind == Kind.RATE_MISSED
                        || kind == Kind.GENERATOR_SATURATED
                        || kind == Kind.DATABASE_SATURATED
                        || kind == Kind.WRONG_ANSWERS);
    }
}
