package org.concurrencylab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.concurrencylab.statistics.PairedRatioTest.ofLogs;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BootstrapRatioTest {
    private static final List<Pair> STUDENT = ofLogs(1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4);

    @Test
    void givesTheSameIntervalForTheSameData() {
        assertThat(BootstrapRatio.of(STUDENT)).isEqualTo(BootstrapRatio.of(STUDENT));
        assertThat(BootstrapRatio.of(STUDENT, 0.95, 1)).isNotEqualTo(BootstrapRatio.of(STUDENT, 0.95, 2));
    }

    @Test
    void leansTowardsTheLongTail() {
        RatioEstimate ratio = BootstrapRatio.of(STUDENT);
        Interval interval = ratio.interval().orElseThrow();

        assertThat(Math.log(ratio.value())).isCloseTo(1.58, within(1e-9));
        assertThat(Math.log(interval.high()) - 1.58).isGreaterThan(1.58 - Math.log(interval.low()));
        assertThat(ratio.pValue()).isBetween(0.0, 0.05);
    }

    @Test
    void comesNearStudentsIntervalForManyBlocksOfNormalNoise() {
        List<Pair> pairs = Noise.ofSlices(0.05).pairs(1.5, 200, new SplittableRandom(1));
        Interval expected = PairedRatio.of(pairs).interval().orElseThrow();
        Interval interval = BootstrapRatio.of(pairs).interval().orElseThrow();

        assertThat(interval.low()).isCloseTo(expected.low(), within(0.002));
        assertThat(interval.high()).isCloseTo(expected.high(), within(0.002));
    }

    @Test
    void givesNoIntervalForFewerThanFivePairs() {
        RatioEstimate ratio = BootstrapRatio.of(ofLogs(0.1, 0.2, 0.3, 0.4));

        assertThat(Math.log(ratio.value())).isCloseTo(0.25, within(1e-12));
        assertThat(ratio.interval()).isEmpty();
        assertThat(BootstrapRatio.of(List.of()).value()).isNaN();
    }

    @Test
    void givesNoIntervalForPairsThatAreAlike() {
        assertThat(BootstrapRatio.of(Collections.nCopies(8, new Pair(1.1, 1))).interval())
                .isEmpty();
        assertThat(BootstrapRatio.of(ofLogs(0.1, 0.1, 0.1, 0.1, 0.1, 0.7)).interval())
                .isEmpty();
    }

    @Test
    void leavesOutWhatHasNoRatio() {
        RatioEstimate ratio =
                BootstrapRatio.of(List.of(new Pair(0, 1), new Pair(1, Double.NaN), new Pair(-1, 1), new Pair(2, 1)));

        assertThat(ratio.pairs()).isEqualTo(1);
        assertThat(ratio.ignored()).isEqualTo(3);
    }
}
