package org.concurrencylab.experiments;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.concurrencylab.statistics.RatioEstimate;

/**
 * Whether the mapper costs more than the model (C15). In each block the mapper's price is the geometric mean over the
 * contenders of what Hibernate costs each, as a multiple of its driver; the model's price is what the contender that
 * differs most from the reference costs more or less than it, both with the driver. What decides is the ratio of these
 * two prices within the blocks: such a difference within blocks has a narrower interval than either price. Each is made
 * of processes that were started apart, so that it has to exceed the luck of a start.
 */
final class MapperRuling {
    private static final double DRIVER = 1;
    private static final double HIBERNATE = 0;
    private static final double MORE = CrudRulings.DEARER;
    private static final double LESS = 1 / MORE;

    private MapperRuling() {}

    /** @param costs of a contender with Hibernate (0) or the driver (1): CPU time per request by block */
    static Ruling of(List<String> contenders, BiFunction<String, Double, Map<Double, Double>> costs) {
        String reference = contenders.getFirst();
        String other = contenders.stream()
                .skip(1)
                .max(Comparator.comparingDouble(contender -> distance(costs, contender, reference)))
                .orElse(reference);
        Map<Double, Double> mapper = mapper(contenders, costs);
        Map<Double, Double> model = model(costs, other, reference);
        RatioEstimate prices = Paired.ratio(mapper, model);
        String predicted = "mapper more than model: above " + Figures.times(1);
        if (contenders.size() < 2 || prices.interval().isEmpty()) {
            return Ruling.cannotTell(
                    Claim.C15, predicted, "–", "It takes two contenders and three blocks that nothing disturbed.");
        }
        String measured = "mapper ÷ model: " + Figures.ratio(prices);
        String figures =
                "Hibernate costs %s the CPU time of the drivers, on average of the contenders; the concurrency model at most %s (%s against %s)."
                        .formatted(
                                Figures.times(Paired.median(mapper)),
                                Figures.times(Paired.median(model)),
                                other,
                                reference);
        if (Figures.low(prices) > MORE) {
            return Ruling.holds(
                    Claim.C15,
                    predicted,
                    measured,
                    figures + " The mapper costs more than the choice of the concurrency model.");
        }
        if (Figures.high(prices) < LESS) {
            return Ruling.doesNotHold(
                    Claim.C15,
                    predicted,
                    measured,
                    figures + " The choice of the concurrency model costs more than the mapper.");
        }
        return Ruling.cannotTell(
                Claim.C15, predicted, measured, figures + " Which of the two costs more cannot be told here.");
    }

    private static double distance(
            BiFunction<String, Double, Map<Double, Double>> costs, String contender, String reference) {
        double ratio = Paired.ratio(costs.apply(contender, DRIVER), costs.apply(reference, DRIVER))
                .value();
        return Double.isNaN(ratio) ? 0 : Math.abs(Math.log(ratio));
    }

    /** Only blocks in which every contender was measured with both. */
    private static Map<Double, Double> mapper(
            List<String> contenders, BiFunction<String, Double, Map<Double, Double>> costs) {
        Map<Double, Double> prices = new HashMap<>();
        for (double block : costs.apply(contenders.getFirst(), HIBERNATE).keySet()) {
            double logs = contenders.stream()
                    .mapToDouble(contender -> Math.log(cost(costs, contender, HIBERNATE, block))
                            - Math.log(cost(costs, contender, DRIVER, block)))
                    .average()
                    .orElse(Double.NaN);
            prices.put(block, Math.exp(logs));
        }
        prices.values().removeIf(price -> price.isNaN());
        return prices;
    }

    /** Above 1 whichever of the two costs more on the whole; below 1 in a block where it was the other way round. */
    private static Map<Double, Double> model(
            BiFunction<String, Double, Map<Double, Double>> costs, String other, String reference) {
        boolean dearer = Paired.ratio(costs.apply(other, DRIVER), costs.apply(reference, DRIVER))
                        .value()
                >= 1;
        Map<Double, Double> prices = new HashMap<>();
        costs.apply(other, DRIVER).forEach((block, cost) -> {
            double ratio = cost / cost(costs, reference, DRIVER, block);
            prices.put(block, dearer ? ratio : 1 / ratio);
        });
        prices.values().removeIf(price -> price.isNaN());
        return prices;
    }

    private static double cost(
            BiFunction<String, Double, Map<Double, Double>> costs, String contender, double driver, double block) {
        return costs.apply(contender, driver).getOrDefault(block, Double.NaN);
    }
}
