package org.concurrencylab.statistics;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Comparisons that are judged together, so that their number does not raise the rate of false alarms: by default all of
 * one workload (its contenders × its headline figures).
 *
 * <p>A difference is called only if all of this holds:
 *
 * <ol>
 *   <li>the interval leaves out 1 (Student's t on paired log ratios);
 *   <li>its p value, adjusted by {@link Holm} for the family, is at most the family's rate of false alarms. This alone
 *       bounds the rate at 5 % per family, also if a contender is noisier than the A/A pair;
 *   <li>the ratio lies outside the {@link NoiseFloor} of the A/A pair, by more than 1 % from 1, and by more than the
 *       comparison itself demands. This catches a clear bias, which the other pairs' intervals cannot show, and about
 *       halves the rate of false alarms at 8 blocks.
 * </ol>
 *
 * <p>The figures behind this choice stand in the package's description.
 *
 * @param falseAlarmRate how probable one or more false calls in the whole family may be, between 0 and 1
 */
public record Family(double falseAlarmRate) {
    private static final double SMALLEST_WORTH_NAMING = Math.log(1.01);

    public Family {
        Interval.requireShare(falseAlarmRate);
    }

    /** A family with at most 5 % false alarms. */
    public static Family ofFivePercent() {
        return new Family(1 - Interval.CONFIDENCE);
    }

    /**
     * @param comparisons of this family; those that are invalid or have too few blocks do not count as tests
     * @return a verdict for each, in the same order
     * @param <K> what names a comparison
     */
    public <K> Map<K, Verdict> judge(Map<K, Comparison> comparisons) {
        Map<K, Double> adjusted = adjusted(comparisons);
        Map<K, Verdict> verdicts = new LinkedHashMap<>();
        comparisons.forEach((key, comparison) -> verdicts.put(
                key,
                switch (comparison) {
                    case Comparison.Invalid invalid -> new Verdict.Invalid(invalid.why());
                    case Comparison.Measured measured ->
                        measured.ratio()
                                .interval()
                                .map(interval -> judge(measured, interval, adjusted.get(key), adjusted.size()))
                                .orElseGet(() -> new Verdict.TooFewBlocks(measured.ratio()));
                }));
        return verdicts;
    }

    private static <K> Map<K, Double> adjusted(Map<K, Comparison> comparisons) {
        Map<K, Double> pValues = new LinkedHashMap<>();
        comparisons.forEach((key, comparison) -> {
            if (comparison instanceof Comparison.Measured(RatioEstimate ratio, NoiseFloor floor, double smallest)
                    && ratio.interval().isPresent()) {
                pValues.put(key, ratio.pValue());
            }
        });
        double[] adjusted = Holm.adjust(
                pValues.values().stream().mapToDouble(Double::doubleValue).toArray());
        int index = 0;
        for (Map.Entry<K, Double> entry : pValues.entrySet()) {
            entry.setValue(adjusted[index++]);
        }
        return pValues;
    }

    private Verdict judge(Comparison.Measured measured, Interval interval, double adjustedP, int comparisons) {
        RatioEstimate ratio = measured.ratio();
        double smallest = Math.exp(SMALLEST_WORTH_NAMING);
        boolean negligible = interval.low() >= 1 / smallest && interval.high() <= smallest;
        if (interval.contains(1) || negligible) {
            return new Verdict.NotShown(ratio, interval.atMostPercent());
        }
        if (adjustedP > falseAlarmRate) {
            return new Verdict.OneOfMany(ratio, adjustedP, comparisons);
        }
        double logFloor = Math.max(measured.smallest(), logFloor(measured.floor()));
        if (Math.abs(Math.log(ratio.value())) <= logFloor) {
            return new Verdict.WithinNoise(ratio, 100 * Math.expm1(logFloor));
        }
        return ratio.value() > 1 ? new Verdict.More(ratio, adjustedP) : new Verdict.Less(ratio, adjustedP);
    }

    private static double logFloor(NoiseFloor floor) {
        return floor.isKnown() ? Math.max(floor.ofMean(), SMALLEST_WORTH_NAMING) : SMALLEST_WORTH_NAMING;
    }
}
