package org.concurrencylab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    @Test
    void visitsEveryEntrantOnceInEachBlock() {
        assertThat(orders(new Schedule(4, 7), 16))
                .allSatisfy(block -> assertThat(block).containsExactlyInAnyOrder(0, 1, 2, 3));
    }

    @Test
    void reversesEveryOtherBlockSoThatASteadyDriftCancels() {
        List<List<Integer>> blocks = orders(new Schedule(4, 7), 16);

        for (int block = 0; block < blocks.size(); block += 2) {
            assertThat(blocks.get(block + 1)).isEqualTo(blocks.get(block).reversed());
        }
    }

    @Test
    void standsAllEntrantsAtTheSamePlaceOnAverageOverTwoBlocks() {
        Schedule schedule = new Schedule(3, 11);

        for (int entrant = 0; entrant < 3; entrant++) {
            assertThat(schedule.order(0, 4).indexOf(entrant)
                            + schedule.order(0, 5).indexOf(entrant))
                    .isEqualTo(2);
        }
    }

    @Test
    void givesTheSameOrderForTheSameSeed() {
        assertThat(orders(new Schedule(4, 42), 8)).isEqualTo(orders(new Schedule(4, 42), 8));
    }

    @Test
    void drawsTheOrderFromTheSeedForEachWorkloadAndEachPairOfBlocks() {
        List<List<Integer>> all = List.of(
                List.of(0, 1, 2),
                List.of(0, 2, 1),
                List.of(1, 0, 2),
                List.of(1, 2, 0),
                List.of(2, 0, 1),
                List.of(2, 1, 0));
        assertThat(LongStream.range(0, 100).mapToObj(seed -> new Schedule(3, seed).order(0, 0)))
                .containsAll(all);
        assertThat(IntStream.range(0, 100).mapToObj(workload -> new Schedule(3, 1).order(workload, 0)))
                .containsAll(all);
        assertThat(orders(new Schedule(3, 1), 100)).containsAll(all);
    }

    private static List<List<Integer>> orders(Schedule schedule, int blocks) {
        return IntStream.range(0, blocks)
                .mapToObj(block -> schedule.order(0, block))
                .toList();
    }
}
