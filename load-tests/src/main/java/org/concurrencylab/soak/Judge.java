package org.concurrencylab.soak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.descriptive.Median;
import org.concurrencylab.soak.Growth.Verdict;
import org.concurrencylab.statistics.Holm;
import org.concurrencylab.statistics.Trend;

/**
 * Tells growth from noise.
 *
 * <p>A quantity grows if its {@link Trend} rises with a p value of at most 5 %, adjusted by {@link Holm} for all
 * quantities of all contenders, and if the line's rise over the run exceeds the noise floor: 5 % of the readings'
 * median, twice the standard deviation of a single reading, or the least that counts for this quantity, whichever is
 * most. No growth is shown if the upper end of the rise's 95 % interval stays below that floor. What is left cannot be
 * told: the run was too short or too noisy.
 */
final class Judge {

    private static final double FALSE_ALARMS = 0.05;
    private static final double SHARE_OF_MEDIAN = 0.05;
    private static final double SPREADS = 2;

    private Judge() {}

    /** What a family of tests is made of, before it is judged as a whole. */
    private record Series(String contender, Quantity quantity, double[] times, double[] values) {

        static Series of(String contender, Quantity quantity, List<Reading> readings) {
            List<Reading> known = readings.stream()
                    .filter(reading -> quantity.of(reading) != null)
                    .toList();
            return new Series(
                    contender,
                    quantity,
                    known.stream().mapToDouble(Reading::seconds).toArray(),
                    known.stream().mapToDouble(quantity::of).toArray());
        }

        boolean isEnough() {
            return values.length >= Trend.FEWEST;
        }

        Double typical() {
            return values.length == 0
                    ? null
                    : Double.valueOf(Median.withDefaults().withCopy(true).evaluate(values));
        }

        double floor(Trend trend) {
            return Math.max(quantity.smallest(), Math.max(SHARE_OF_MEDIAN * typical(), SPREADS * trend.spread()));
        }
    }

    /**
     * Judges all together.
     *
     * @param readings by contender, of the part that counts
     * @return contender by contender, each of its quantities
     */
    static List<Growth> judge(Map<String, List<Reading>> readings) {
        List<Series> all = new ArrayList<>();
        readings.forEach((contender, own) ->
                Arrays.stream(Quantity.values()).forEach(quantity -> all.add(Series.of(contender, quantity, own))));
        List<Trend> trends = all.stream()
                .map(series -> series.isEnough() ? Trend.of(series.times(), series.values()) : null)
                .toList();
        double[] adjusted = Holm.adjust(trends.stream()
                .filter(trend -> trend != null)
                .mapToDouble(Trend::pValue)
                .toArray());
        List<Growth> growths = new ArrayList<>();
        int tested = 0;
        for (int i = 0; i < all.size(); i++) {
            Trend trend = trends.get(i);
            growths.add(trend == null ? unknown(all.get(i)) : judged(all.get(i), trend, adjusted[tested++]));
        }
        return growths;
    }

    private static Growth unknown(Series series) {
        return new Growth(
                series.contender(), series.quantity(), series.typical(), null, null, null, Verdict.CANNOT_BE_TOLD);
    }

    private static Growth judged(Series series, Trend trend, double adjustedP) {
        double floor = series.floor(trend);
        return new Growth(
                series.contender(),
                series.quantity(),
                series.typical(),
                trend,
                floor,
                adjustedP,
                verdict(trend, floor, adjustedP));
    }

    private static Verdict verdict(Trend trend, double floor, double adjustedP) {
        if (adjustedP <= FALSE_ALARMS && trend.growth() > floor) {
            return Verdict.GROWS;
        }
        return trend.high() <= floor ? Verdict.NONE_SHOWN : Verdict.CANNOT_BE_TOLD;
    }
}
