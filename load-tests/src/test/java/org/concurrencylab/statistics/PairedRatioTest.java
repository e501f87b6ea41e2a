package org.concurrencylab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairedRatioTest {

    /** Student's sleep data (Biometrika 1908): R's t.test gives 1.58, [0.7001142, 2.4598858], p = 0.002833. */
    @Test
    void agreesWithStudentsOwnExample() {
        RatioEstimate ratio = PairedRatio.of(ofLogs(1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4));

        assertThat(Math.log(ratio.value())).isCloseTo(1.58, within(1e-9));
        assertThat(Math.log(interval(ratio).low())).isCloseTo(0.7001142, within(1e-6));
        assertThat(Math.log(interval(ratio).high())).isCloseTo(2.4598858, within(1e-6));
        assertThat(interval(ratio).confidence()).isEqualTo(0.95);
        assertThat(ratio.pValue()).isCloseTo(0.002833, within(1e-6));
        assertThat(ratio.pairs()).isEqualTo(10);
    }

    /** Mean 0.2, s = 0.1, s ÷ √3 = 0.0577350; t(2) = 4.302653 at 95 % and 9.924843 at 99 %. */
    @Test
    void takesTheConfidenceThatIsAskedFor() {
        List<Pair> pairs = ofLogs(0.1, 0.2, 0.3);

        assertThat(Math.log(interval(PairedRatio.of(pairs)).high())).isCloseTo(0.2 + 0.248414, within(1e-6));
        assertThat(Math.log(interval(PairedRatio.of(pairs, 0.99)).high())).isCloseTo(0.2 + 0.573011, within(1e-6));
    }

    @Test
    void takesTheGeometricMean() {
        assertThat(PairedRatio.of(List.of(new Pair(8, 2), new Pair(1, 1), new Pair(2, 4)))
                        .value())
                .isCloseTo(Math.cbrt(2), within(1e-12));
    }

    @Test
    void givesAValueWithoutAnIntervalForFewerThanThreePairs() {
        RatioEstimate one = PairedRatio.of(List.of(new Pair(3, 1)));
        RatioEstimate two = PairedRatio.of(List.of(new Pair(2, 1), new Pair(8, 1)));

        assertThat(one.value()).isCloseTo(3, within(1e-12));
        assertThat(two.value()).isCloseTo(4, within(1e-12));
        assertThat(one.interval()).isEmpty();
        assertThat(two.interval()).isEmpty();
        assertThat(two.pValue()).isNaN();
        assertThat(two.pairs()).isEqualTo(2);
    }

    @Test
    void countsWhatItLeavesOut() {
        RatioEstimate ratio = PairedRatio.of(List.of(
                new Pair(3, 1), new Pair(0, 1), new Pair(1, -1), new Pair(Double.NaN, 1), new Pair(1, 1 / 0.0)));

        assertThat(ratio.value()).isCloseTo(3, within(1e-12));
        assertThat(ratio.pairs()).isEqualTo(1);
        assertThat(ratio.ignored()).isEqualTo(4);
    }

    @Test
    void saysNothingWithoutAPair() {
        for (RatioEstimate ratio : List.of(
                PairedRatio.of(List.of()),
                PairedRatio.ofRounds(List.of()),
                PairedRatio.ofRounds(List.of(List.of(), List.of())))) {
            assertThat(ratio.value()).isNaN();
            assertThat(ratio.interval()).isEmpty();
            assertThat(ratio.pairs()).isZero();
        }
    }

    @Test
    void isSureOfBlocksThatAreAllAlike() {
        RatioEstimate same = PairedRatio.of(Collections.nCopies(4, new Pair(5, 5)));
        RatioEstimate twice = PairedRatio.of(Collections.nCopies(4, new Pair(4, 2)));

        assertThat(same.interval()).contains(new Interval(1, 1, 0.95));
        assertThat(same.pValue()).isEqualTo(1);
        assertThat(twice.pValue()).isZero();
    }

    /** Round means 0.1, 0.2, 0.3 as above, whatever the blocks within them do. */
    @Test
    void takesTheIntervalOverTheMeansOfTheRounds() {
        RatioEstimate ratio = PairedRatio.ofRounds(
                List.of(ofLogs(0.0, 0.2), ofLogs(0.1, 0.2, 0.3), ofLogs(0.3), List.of(new Pair(0, 1))));

        assertThat(Math.log(ratio.value())).isCloseTo(0.2, within(1e-12));
        assertThat(Math.log(interval(ratio).low())).isCloseTo(0.2 - 0.248414, within(1e-6));
        assertThat(ratio.rounds()).isEqualTo(3);
        assertThat(ratio.pairs()).isEqualTo(6);
        assertThat(ratio.ignored()).isEqualTo(1);
    }

    @Test
    void treatsTheOnlyRoundLikeARunWithoutRestarts() {
        List<Pair> pairs = ofLogs(0.1, 0.25, 0.2);

        assertThat(PairedRatio.ofRounds(List.of(pairs, List.of()))).isEqualTo(PairedRatio.of(pairs));
    }

    @Test
    void givesNoIntervalForTwoRounds() {
        RatioEstimate ratio = PairedRatio.ofRounds(List.of(ofLogs(0.1, 0.2, 0.3), ofLogs(0.3, 0.4, 0.5)));

        assertThat(Math.log(ratio.value())).isCloseTo(0.3, within(1e-12));
        assertThat(ratio.interval()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, 95, Double.NaN})
    void refusesAConfidenceThatIsNoShare(double confidence) {
        assertThatThrownBy(() -> PairedRatio.of(ofLogs(0.1, 0.2, 0.3), confidence))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Not between 0 and 1");
    }

    static List<Pair> ofLogs(double... logs) {
        return DoubleStream.of(logs).mapToObj(log -> new Pair(Math.exp(log), 1)).toList();
    }

    private static Interval interval(RatioEstimate ratio) {
        return ratio.interval().orElseThrow();
    }
}
