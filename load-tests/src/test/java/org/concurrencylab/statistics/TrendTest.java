package org.concurrencylab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.concurrencylab.statistics.Noise.percentOf2000;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendTest {

    @Test
    void findsTheSlopeOfALine() {
        Trend trend = Trend.of(times(20), line(20, 3));

        assertThat(trend.growth()).isCloseTo(57, within(1e-9));
        assertThat(trend.spread()).isCloseTo(0, within(1e-9));
        assertThat(trend.pValue()).isLessThan(1e-6);
    }

    @Test
    void readingsThatNeverChangeHaveNoTrendAndNoDoubt() {
        Trend trend = Trend.of(times(20), line(20, 0));

        assertThat(trend.pValue()).isEqualTo(1);
        assertThat(trend.low()).isZero();
        assertThat(trend.high()).isZero();
    }

    @Test
    void outliersDoNotMoveIt() {
        double[] values = line(20, 1);
        values[3] = 1_000;
        values[17] = -1_000;

        assertThat(Trend.of(times(20), values).growth()).isCloseTo(19, within(0.5));
    }

    @Test
    void reckonsWithTheTimesOfTheReadings() {
        double[] times = {0, 1, 2, 3, 4, 10, 11, 12, 13, 20};
        double[] values = IntStream.range(0, 10).mapToDouble(i -> 2 * times[i]).toArray();

        assertThat(Trend.of(times, values).growth()).isCloseTo(40, within(1e-9));
    }

    @Test
    void wantsTenReadings() {
        assertThatThrownBy(() -> Trend.of(times(9), line(9, 1))).isInstanceOf(IllegalArgumentException.class);
    }

    /** Rounds of 2,000 series; correlated ones of few readings cannot be told from a trend as well as others can. */
    @ParameterizedTest
    @CsvSource({"30, 0, 5", "60, 0, 5", "30, 0.5, 7", "60, 0.5, 7", "90, 0.8, 10"})
    void seldomSeesATrendInNoise(int readings, double correlation, double mostPercent) {
        SplittableRandom random = new SplittableRandom(readings);

        assertThat(percentOf2000(() -> Trend.of(times(readings), noise(readings, correlation, random))
                                .pValue()
                        <= 0.05))
                .isLessThanOrEqualTo(mostPercent);
    }

    @ParameterizedTest
    @CsvSource({"30, 0", "60, 0", "60, 0.5"})
    void itsIntervalHoldsTheTruthAtLeastAboutAsOftenAsItSays(int readings, double correlation) {
        SplittableRandom random = new SplittableRandom(readings);

        assertThat(percentOf2000(() -> {
                    double[] values = noise(readings, correlation, random);
                    double[] line = line(readings, 0.1);
                    Trend trend = Trend.of(
                            times(readings),
                            IntStream.range(0, readings)
                                    .mapToDouble(i -> values[i] + line[i])
                                    .toArray());
                    double truth = 0.1 * (readings - 1);
                    return trend.low() <= truth && truth <= trend.high();
                }))
                .isBetween(93.0, 99.0);
    }

    @Test
    void seesHowMuchReadingsHangTogether() {
        SplittableRandom random = new SplittableRandom(8);

        assertThat(percentOf2000(() -> {
                    double correlation =
                            Trend.of(times(60), noise(60, 0.5, random)).autocorrelation();
                    return correlation > 0.3 && correlation < 0.9;
                }))
                .isGreaterThan(90);
    }

    /** Its bend must not pass for correlation. */
    @Test
    void seesARiseThatQuickens() {
        SplittableRandom random = new SplittableRandom(9);
        double[] noise = noise(30, 0, random);
        double[] values =
                IntStream.range(0, 30).mapToDouble(i -> i * i / 9.0 + noise[i]).toArray();

        assertThat(Trend.of(times(30), values).pValue()).isLessThan(0.01);
    }

    private static double[] times(int count) {
        return IntStream.range(0, count).mapToDouble(i -> i).toArray();
    }

    private static double[] line(int count, double slope) {
        return IntStream.range(0, count).mapToDouble(i -> slope * i).toArray();
    }

    /** AR(1) with standard deviation 1. */
    private static double[] noise(int count, double correlation, SplittableRandom random) {
        double[] values = new double[count];
        double now = random.nextGaussian();
        for (int i = 0; i < count; i++) {
            values[i] = now;
            now = correlation * now + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
        }
        return values;
    }
}
