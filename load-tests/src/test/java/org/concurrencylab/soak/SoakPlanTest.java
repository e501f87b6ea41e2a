package org.concurrencylab.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoakPlanTest {

    @ParameterizedTest
    @CsvSource({
        "1, 2, 30, 30, 1",
        "2, 4, 30, 15, 1",
        "5, 10, 30, 6, 1",
        "30, 10, 180, 30, 6",
        "120, 10, 720, 120, 24",
        "1440, 120, 720, 120, 24"
    })
    void readsOftenEnoughToTellAndNotTooOften(
            int minutes, int intervalSeconds, int readings, int warmUp, int perCollection) {
        SoakPlan plan = new SoakPlan(minutes, OptionalDouble.empty());

        assertThat(plan.interval().toSeconds()).isEqualTo(intervalSeconds);
        assertThat(plan.readings()).isEqualTo(readings);
        assertThat(plan.warmUpReadings()).isEqualTo(warmUp);
        assertThat(plan.readingsPerCollection()).isEqualTo(perCollection);
    }
}
