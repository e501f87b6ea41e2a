package org.concurrencylab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final double QUICK_SECONDS = 180;
    private static final double FULL_SECONDS = 20 * 60;
    private static final int USUAL_CONTENDERS = 3;

    @Test
    void keepsItsPromisesOfTime() {
        assertThat(Plan.quick().seconds(USUAL_CONTENDERS)).isLessThan(QUICK_SECONDS);
        assertThat(Plan.full().seconds(USUAL_CONTENDERS))
                .isLessThan(FULL_SECONDS)
                .isGreaterThan(Plan.quick().seconds(USUAL_CONTENDERS));
    }

    @Test
    void countsEverySliceOfEveryContender() {
        Plan one = plan(1, 10);
        Plan three = plan(3, 10);

        assertThat(one.sliceSeconds()).isEqualTo(4);
        assertThat(three.seconds(2) - one.seconds(2))
                .as("two more blocks of two loads and two contenders")
                .isEqualTo(2 * 2 * 2 * 4);
        assertThat(one.seconds(3) - one.seconds(2))
                .as("one more contender: two slices, warm-up and Gatling's report")
                .isEqualTo(2 * 4 + 10 + 5);
    }

    @Test
    void visitsEachPlaceOfTheUsualContendersEquallyOften() {
        assertThat(Plan.quick().blocks() % USUAL_CONTENDERS)
                .as("blocks left over after whole rounds of the schedule")
                .isZero();
    }

    private static Plan plan(int blocks, double warmUpSeconds) {
        return new Plan(List.of(Load.crud(100), Load.external(50, 50)), blocks, warmUpSeconds, 100, 1, 1, 2, 5);
    }
}
