package org.concurrencylab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.concurrencylab.generator.SliceOutcome;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    private static final String UNUSED = "";

    @Test
    void asksForMoreAsLongAsTheServiceKeepsUp() {
        List<Double> rates = new ArrayList<>();

        new WarmUp(6, 2_000).run(rate -> {
            rates.add(rate);
            return outcome(rate, rate, 0);
        });

        assertThat(rates).containsExactly(400.0, 640.0, 1_024.0, 1_638.4, 2_000.0, 2_000.0);
    }

    @Test
    void asksForLessWhenTheServiceFallsBehindOrFails() {
        List<Double> rates = new ArrayList<>();

        new WarmUp(4, 2_000).run(rate -> {
            rates.add(rate);
            return rates.size() == 1 ? outcome(rate, rate / 2, 0) : outcome(rate, rate, 1);
        });

        assertThat(rates).containsExactly(400.0, 200.0, 100.0, 50.0);
    }

    @Test
    void neverAsksForMoreThanItMay() {
        new WarmUp(3, 100).run(rate -> {
            assertThat(rate).isLessThanOrEqualTo(100);
            return outcome(rate, rate, 0);
        });
    }

    private static SliceOutcome outcome(double sent, double completed, long errors) {
        return new SliceOutcome(null, 1, (long) sent, (long) completed, Map.of(), errors, UNUSED, UNUSED);
    }
}
