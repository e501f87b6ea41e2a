package org.concurrencylab.compare;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A plan whose rates suit the machine, as its warm-up has shown it.
 *
 * @param plan what is measured
 * @param remark what readers must know of it; empty when the machine is as fast as plans suppose
 */
record Fitted(Plan plan, Optional<String> remark) {

    /** A plan whose rates nobody has tried yet. */
    static Fitted untried(Plan plan) {
        return new Fitted(plan, Optional.empty());
    }

    /**
     * Lowers the rates that the machine cannot carry.
     *
     * @param carriedPerSecond what all contenders together have carried at most in the warm-up, in requests per second
     */
    static Fitted to(double carriedPerSecond, Plan plan) {
        Plan slower = plan.slowedTo(carriedPerSecond);
        String changes = IntStream.range(0, plan.loads().size())
                .filter(one -> !plan.loads().get(one).equals(slower.loads().get(one)))
                .mapToObj(one -> "%s instead of %s"
                        .formatted(
                                slower.loads().get(one).name(),
                                plan.loads().get(one).name()))
                .collect(Collectors.joining(", "));
        if (changes.isEmpty()) {
            return untried(plan);
        }
        String sentence = String.format(
                Locale.ROOT,
                "This machine is slow: warming up, the contenders together carried %,.0f/s at most and not %,d/s. So they"
                        + " are offered what they can carry: %s.",
                carriedPerSecond,
                plan.warmUp().perSecond(),
                changes);
        return new Fitted(slower, Optional.of(sentence));
    }
}
