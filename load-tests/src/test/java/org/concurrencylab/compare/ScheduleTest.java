package org.concurrencylab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void standsEveryContenderAtEachPlaceOnceInAsManyBlocksAsContenders(int contenders) {
        List<List<Integer>> blocks = orders(new Schedule(contenders, 7), contenders);

        for (int place = 0; place < contenders; place++) {
            int here = place;
            assertThat(blocks.stream().map(block -> block.get(here)))
                    .as("who stands at place %d", place)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, contenders).boxed().toList());
        }
    }

    @Test
    void visitsEveryContenderOnceInEachBlock() {
        assertThat(orders(new Schedule(3, 7), 16))
                .allSatisfy(block -> assertThat(block).containsExactlyInAnyOrder(0, 1, 2));
    }

    @Test
    void givesTheSameOrderForTheSameSeed() {
        assertThat(orders(new Schedule(4, 42), 8)).isEqualTo(orders(new Schedule(4, 42), 8));
    }

    @Test
    void drawsTheFirstOrderFromTheSeed() {
        assertThat(LongStream.range(0, 100).mapToObj(seed -> new Schedule(3, seed).order(0)))
                .as("the six orders of three")
                .containsAll(List.of(
                        List.of(0, 1, 2),
                        List.of(0, 2, 1),
                        List.of(1, 0, 2),
                        List.of(1, 2, 0),
                        List.of(2, 0, 1),
                        List.of(2, 1, 0)));
    }

    private static List<List<Integer>> orders(Schedule schedule, int blocks) {
        return IntStream.range(0, blocks).mapToObj(schedule::order).toList();
    }
}
