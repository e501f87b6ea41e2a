package org.concurrencylab.experiments;

import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * Whether the pool decides or the model (C14): what twenty times the connections carry more in every contender, against
 * what the contenders carry more than one another with equally many. One effect is a factor of 20 and the other one of
 * 1 if the claim is right, so medians of three slices tell them apart. Pools beyond 20 connections are left out: there
 * the CPU may be full first.
 */
final class PoolRuling {
    private static final List<Integer> SIZES = List.of(1, 5, 20);
    private static final int MOST = 20;
    /** Three quarters of what twenty connections should carry of one. */
    private static final double DECIDES = 0.75 * MOST;

    private static final double ALIKE = 1.25;

    private PoolRuling() {}

    /** @param carried by a contender with a pool of this size, in requests per second; NaN when not measured */
    static Ruling of(List<String> contenders, ToDoubleBiFunction<String, Integer> carried) {
        double pool = contenders.stream()
                .mapToDouble(contender -> carried.applyAsDouble(contender, MOST) / carried.applyAsDouble(contender, 1))
                .min()
                .orElse(Double.NaN);
        double model = SIZES.stream()
                .mapToDouble(size -> most(contenders, carried, size) / least(contenders, carried, size))
                .reduce(1, Math::max);
        String predicted = "20 connections carry %s what one does; the contenders differ by %s"
                .formatted(Figures.times(MOST), Figures.times(1));
        String measured = "at least %s; at most %s".formatted(Figures.times(pool), Figures.times(model));
        String figures =
                "Twenty connections carried at least %s what one did, in every contender; with equally many, from 1 to 20, the contenders differed by at most %s."
                        .formatted(Figures.times(pool), Figures.times(model));
        if (contenders.size() < 2 || Double.isNaN(pool) || Double.isNaN(model)) {
            return Ruling.cannotTell(
                    Claim.C14, predicted, "–", "It takes two contenders, each with 1, 5 and 20 connections.");
        }
        if (pool >= DECIDES && model <= ALIKE) {
            return Ruling.holds(Claim.C14, predicted, measured, figures);
        }
        if (model >= pool) {
            return Ruling.doesNotHold(Claim.C14, predicted, measured, figures);
        }
        return Ruling.cannotTell(
                Claim.C14,
                predicted,
                measured,
                figures
                        + " The rule asks for %s or more and %s or less."
                                .formatted(Figures.times(DECIDES), Figures.times(ALIKE)));
    }

    private static double most(List<String> contenders, ToDoubleBiFunction<String, Integer> carried, int size) {
        return contenders.stream()
                .mapToDouble(contender -> carried.applyAsDouble(contender, size))
                .reduce(0, Math::max);
    }

    private static double least(List<String> contenders, ToDoubleBiFunction<String, Integer> carried, int size) {
        return contenders.stream()
                .mapToDouble(contender -> carried.applyAsDouble(contender, size))
                .reduce(Double.POSITIVE_INFINITY, Math::min);
    }
}
