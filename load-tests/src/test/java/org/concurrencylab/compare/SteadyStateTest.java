package org.concurrencylab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SteadyStateTest {

    @Test
    void isReachedWhenTheLastThreeStepsCostTheSameWithinFivePercent() {
        assertThat(SteadyState.reached(List.of(9.0, 1.0, 1.05, 1.02))).isTrue();
        assertThat(SteadyState.reached(List.of(9.0, 1.0, 1.06, 1.02))).isFalse();
        assertThat(SteadyState.reached(List.of(3.0, 2.0, 1.0))).isFalse();
    }

    @Test
    void isNotReachedWithFewerStepsOrUnknownOnes() {
        assertThat(SteadyState.reached(List.of(1.0, 1.0))).isFalse();
        assertThat(SteadyState.reached(List.of(1.0, Double.NaN, 1.0))).isFalse();
        assertThat(SteadyState.reached(List.of(0.0, 0.0, 0.0))).isFalse();
    }
}
