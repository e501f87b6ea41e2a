package org.concurrencylab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WelchRatioTest {

    /** Reckoned with SciPy: ttest_ind(equal_var=False) and its confidence_interval of the logarithms. */
    @Test
    void agreesWithAnotherImplementation() {
        RatioEstimate ratio = WelchRatio.of(new double[] {90, 95, 85, 99}, new double[] {120, 110, 131});

        assertThat(ratio.value()).isCloseTo(0.767314343282, within(1e-9));
        assertThat(ratio.interval().orElseThrow().low()).isCloseTo(0.644663170761, within(1e-9));
        assertThat(ratio.interval().orElseThrow().high()).isCloseTo(0.913300663216, within(1e-9));
        assertThat(ratio.pValue()).isCloseTo(0.014475648795, within(1e-9));
        assertThat(ratio.pairs()).isEqualTo(3);
    }

    @Test
    void turnsRoundWhenTheSidesDo() {
        double[] one = {90, 95, 85, 99};
        double[] other = {120, 110, 131};

        RatioEstimate there = WelchRatio.of(one, other);
        RatioEstimate back = WelchRatio.of(other, one);

        assertThat(back.value()).isCloseTo(1 / there.value(), within(1e-12));
        assertThat(back.interval().orElseThrow().high())
                .isCloseTo(1 / there.interval().orElseThrow().low(), within(1e-12));
        assertThat(back.pValue()).isCloseTo(there.pValue(), within(1e-12));
    }

    @Test
    void givesNoIntervalForASingleValueOfASide() {
        RatioEstimate ratio = WelchRatio.of(new double[] {50}, new double[] {100, 100, 100});

        assertThat(ratio.value()).isCloseTo(0.5, within(1e-12));
        assertThat(ratio.interval()).isEmpty();
        assertThat(ratio.pValue()).isNaN();
    }

    @Test
    void leavesOutWhatHasNoLogarithm() {
        RatioEstimate ratio = WelchRatio.of(new double[] {2, Double.NaN, 2, 0}, new double[] {1, 1, -1});

        assertThat(ratio.value()).isCloseTo(2, within(1e-12));
        assertThat(ratio.ignored()).isEqualTo(3);
        assertThat(ratio.pairs()).isEqualTo(2);
    }

    @Test
    void isSureOfValuesThatNeverVary() {
        double[] same = new double[5];
        Arrays.fill(same, 201);

        RatioEstimate ratio = WelchRatio.of(same, same);

        assertThat(ratio.interval().orElseThrow().contains(1)).isTrue();
        assertThat(ratio.pValue()).isEqualTo(1);
    }
}
