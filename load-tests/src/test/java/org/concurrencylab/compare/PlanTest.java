package org.concurrencylab.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
    void countsEverySliceOfEveryContenderAndOfTheReferenceTwiceWhereItHasATwin() {
        assertThat(plan(3).seconds(2) - plan(1).seconds(2))
                .as("two more blocks of two loads; two contenders, and in one load the first of them again")
                .isCloseTo(2 * (2 + 3) * 4.3, within(1e-9));
        assertThat(plan(1).seconds(3) - plan(1).seconds(2))
                .as("one more contender: two slices, warm-up and Gatling's report")
                .isCloseTo(2 * 4.3 + 10 + 5, within(1e-9));
    }

    @Test
    void givesTheIntervalsOfEachWorkloadAtLeastThreeBlocks() {
        assertThat(Plan.quick().loads()).extracting(Load::blocks).allMatch(blocks -> blocks >= 3);
    }

    private static Plan plan(int blocks) {
        return new Plan(
                List.of(Load.crud(100, blocks).withTwin(), Load.external(50, 50, blocks)),
                new Plan.WarmUpLength(1, 10, 100),
                new Plan.SliceLength(1, 1, 2),
                0,
                0,
                5);
    }
}
