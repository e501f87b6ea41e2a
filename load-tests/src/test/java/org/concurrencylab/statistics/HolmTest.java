package org.concurrencylab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {

    /** As R's p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm"): 4 × 0.005, 3 × 0.01, 2 × 0.03, then not less than that. */
    @Test
    void multipliesTheSmallestMost() {
        assertThat(Holm.adjust(0.01, 0.04, 0.03, 0.005))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
    }

    @Test
    void leavesASingleTestAlone() {
        assertThat(Holm.adjust(0.04)).containsExactly(0.04);
        assertThat(Holm.adjust()).isEmpty();
    }

    @Test
    void neverExceedsOne() {
        assertThat(Holm.adjust(0.6, 0.9)).containsExactly(1, 1);
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatThrownBy(() -> Holm.adjust(0.5, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Holm.adjust(-0.1)).isInstanceOf(IllegalArgumentException.class);
    }
}
