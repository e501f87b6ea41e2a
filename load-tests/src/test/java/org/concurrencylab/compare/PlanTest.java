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
        for (int contenders = 1; contenders <= USUAL_CONTENDERS; contenders++) {
            Plan quick = Plan.quick(contenders);
            assertThat(quick.seconds(contenders) + quick.repeatSeconds()).isLessThan(QUICK_SECONDS);
        }
        assertThat(Plan.full().seconds(USUAL_CONTENDERS) + Plan.full().repeatSeconds())
                .isLessThan(FULL_SECONDS)
                .isGreaterThan(Plan.quick(USUAL_CONTENDERS).seconds(USUAL_CONTENDERS));
    }

    @Test
    void countsEverySliceOfEveryContenderAndOfOneOfThemTwiceWhereThereIsATwin() {
        assertThat(plan(3).seconds(2) - plan(1).seconds(2))
                .as("two more blocks of two loads; two contenders, and in one load one of them again")
                .isCloseTo(2 * (2 + 3) * 4.3, within(1e-9));
        assertThat(plan(1).seconds(3) - plan(1).seconds(2))
                .as("one more contender: two slices, start, contract and Gatling's report; all warm up together")
                .isCloseTo(2 * 4.3 + 1.2 + 2.8 + 1 + 5, within(1e-9));
    }

    @Test
    void givesTheIntervalsOfEachWorkloadAtLeastThreeBlocks() {
        for (int contenders = 1; contenders <= 6; contenders++) {
            assertThat(Plan.quick(contenders).loads()).extracting(Load::blocks).allMatch(blocks -> blocks >= 3);
        }
        assertThat(Plan.full().rounds()).as("intervals over starts").isGreaterThanOrEqualTo(3);
    }

    @Test
    void measuresForAtLeastThreeFifthsOfAQuickRun() {
        Plan quick = Plan.quick(USUAL_CONTENDERS);
        double measured = quick.loads().stream()
                .mapToDouble(load -> load.turns()
                        ? load.blocks()
                                * load.slices(USUAL_CONTENDERS)
                                * quick.turns().cycles()
                                * quick.turns().turnMillis()
                                / 1e3
                        : load.blocks()
                                * load.slices(USUAL_CONTENDERS)
                                * quick.slice().measuredSeconds())
                .sum();

        assertThat(measured / quick.seconds(USUAL_CONTENDERS)).isGreaterThan(0.6);
    }

    @Test
    void usesTheTimeThatFewerContendersLeave() {
        assertThat(blocksOfCrud(2)).isGreaterThan(2 * blocksOfCrud(3) - 2);
        assertThat(blocksOfCrud(3)).isGreaterThanOrEqualTo(6);
    }

    @Test
    void keepsItsRatesOnAMachineThatKeepsUpWithTheWarmUp() {
        assertThat(Plan.quick(USUAL_CONTENDERS).slowedTo(Plan.WARM_UP_PER_SECOND))
                .isEqualTo(Plan.quick(USUAL_CONTENDERS));
    }

    @Test
    void offersASlowMachineWhatItCanCarry() {
        assertThat(namesAt(2_400)).containsExactly("crud-1000", "external-500", "external-1500");
        assertThat(namesAt(1_200)).containsExactly("crud-500", "external-500", "external-1500");
        assertThat(namesAt(600)).containsExactly("crud-200", "external-200", "external-1500");
        assertThat(namesAt(1)).containsExactly("crud-50", "external-50", "external-1500");
    }

    @Test
    void lowersNoRateAfterAWarmUpOfAFixedLength() {
        assertThat(plan(1).slowedTo(0)).isEqualTo(plan(1));
    }

    private static List<String> namesAt(double carriedPerSecond) {
        return Plan.quick(USUAL_CONTENDERS).slowedTo(carriedPerSecond).loads().stream()
                .map(Load::name)
                .toList();
    }

    private static int blocksOfCrud(int contenders) {
        return Plan.quick(contenders).loads().getFirst().blocks();
    }

    private static Plan plan(int blocks) {
        return new Plan(
                List.of(Load.crud(100, blocks).withTwin(), Load.external(50, 50, blocks)),
                1,
                new Plan.WarmUpLength(1, 10, 10, 100),
                new Plan.SliceLength(1, 1, 2),
                new Plan.TurnLength(250, 25, 2, 2, 0.5),
                0,
                0,
                5);
    }
}
