package org.concurrencylab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalTest {

    @Test
    void saysByHowMuchEitherMayExceedTheOther() {
        assertThat(new Interval(0.98, 1.05, 0.95).atMostPercent()).isCloseTo(5, within(1e-9));
        assertThat(new Interval(0.8, 1.05, 0.95).atMostPercent()).isCloseTo(25, within(1e-9));
        assertThat(new Interval(0, 1, 0.95).atMostPercent()).isInfinite();
    }

    @Test
    void holdsItsOwnEnds() {
        Interval interval = new Interval(0.98, 1.05, 0.95);

        assertThat(interval.contains(0.98)).isTrue();
        assertThat(interval.contains(1.05)).isTrue();
        assertThat(interval.contains(1.0501)).isFalse();
    }

    @Test
    void refusesEndsThatAreNoRatios() {
        assertThatThrownBy(() -> new Interval(2, 1, 0.95)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Interval(-1, 1, 0.95)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Interval(Double.NaN, 1, 0.95)).isInstanceOf(IllegalArgumentException.class);
    }
}
