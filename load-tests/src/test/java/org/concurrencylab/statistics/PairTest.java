package org.concurrencylab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void hasNoRatioWithoutTwoPositiveFigures(double bad) {
        assertThat(new Pair(bad, 1).isUsable()).isFalse();
        assertThat(new Pair(1, bad).isUsable()).isFalse();
    }

    @Test
    void hasARatioHoweverSmallOrLargeItsFigures() {
        Pair pair = new Pair(Double.MAX_VALUE, Double.MIN_NORMAL);

        assertThat(pair.isUsable()).isTrue();
        assertThat(pair.logRatio()).isCloseTo(1418.18, within(0.01));
    }
}
