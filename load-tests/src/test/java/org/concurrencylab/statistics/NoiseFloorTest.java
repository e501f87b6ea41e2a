package org.concurrencylab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.concurrencylab.statistics.PairedRatioTest.ofLogs;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoiseFloorTest {

    /** Squares sum to 0.01: s₀ = √(0.01 ÷ 4) = 0.05; t(4) = 2.776445; 2.776445 × 0.05 ÷ √4 = 0.0694111. */
    @Test
    void takesTheSpreadAboutOne() {
        NoiseFloor floor = NoiseFloor.of(ofLogs(0.05, -0.05, 0.05, -0.05));

        assertThat(floor.ofMean()).isCloseTo(0.0694111, within(1e-7));
        assertThat(floor.ofOnePair()).isCloseTo(0.1388223, within(1e-7));
        assertThat(floor.percent()).isCloseTo(7.1877, within(1e-4));
        assertThat(floor.onePairPercent()).isCloseTo(14.8920, within(1e-4));
        assertThat(floor.pairs()).isEqualTo(4);
        assertThat(floor.text()).isEqualTo("±7.2 %");
    }

    /** t = 0.2 ÷ 0.0577350 = 3.464, below t(2) = 6.964557 at 98 %: no bias shown; t(3) = 3.182446 × s₀ ÷ √3. */
    @Test
    void takesAWideSpreadForNoBias() {
        NoiseFloor floor = NoiseFloor.of(ofLogs(0.1, 0.2, 0.3));

        assertThat(floor.biased()).isFalse();
        assertThat(floor.ofMean()).isCloseTo(3.182446 * Math.sqrt(0.14 / 3) / Math.sqrt(3), within(1e-6));
    }

    /** s ÷ √3 = 0.0115470, t = 17.3; the far end is 0.2 + 4.302653 × 0.0115470. */
    @Test
    void reachesToTheFarEndIfTheRunIsBiased() {
        NoiseFloor floor = NoiseFloor.of(ofLogs(0.18, 0.20, 0.22));

        assertThat(floor.biased()).isTrue();
        assertThat(floor.ofMean()).isCloseTo(0.2496828, within(1e-7));
    }

    @Test
    void isTheBiasItselfWhereNothingVaries() {
        NoiseFloor floor = NoiseFloor.of(Collections.nCopies(16, new Pair(1.1, 1)));

        assertThat(floor.percent()).isCloseTo(10, within(1e-9));
        assertThat(floor.text()).isEqualTo("±10 %");
    }

    /** Round means 0.05, −0.05, 0.05, −0.05 as above. */
    @Test
    void takesTheMeansOfRounds() {
        NoiseFloor floor = NoiseFloor.ofRounds(
                List.of(ofLogs(0.04, 0.06), ofLogs(-0.05), ofLogs(0.05), ofLogs(-0.03, -0.05, -0.07)));

        assertThat(floor.ofMean()).isCloseTo(0.0694111, within(1e-7));
        assertThat(floor.pairs()).isEqualTo(7);
    }

    @Test
    void isUnknownWithFewerThanThreeUsablePairs() {
        NoiseFloor floor = NoiseFloor.of(List.of(new Pair(1, 1), new Pair(1, 2), new Pair(0, 1), new Pair(1, -3)));

        assertThat(floor.isKnown()).isFalse();
        assertThat(floor.percent()).isNaN();
        assertThat(floor.text()).isEqualTo("unknown");
        assertThat(floor.pairs()).isEqualTo(2);
        assertThat(NoiseFloor.of(List.of()).isKnown()).isFalse();
        assertThat(NoiseFloor.unknown().text()).isEqualTo("unknown");
    }
}
