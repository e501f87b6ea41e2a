package org.concurrencylab.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MixTest {
    private static final int DRAWS = 100_000;

    @ParameterizedTest
    @EnumSource(Mix.class)
    void drawsEachOperationWithItsShare(Mix mix) {
        SplittableRandom random = new SplittableRandom(1);
        Map<Operation, Integer> drawn = new EnumMap<>(Operation.class);

        for (int i = 0; i < DRAWS; i++) {
            drawn.merge(mix.draw(random), 1, Integer::sum);
        }

        assertThat(drawn.keySet()).isEqualTo(mix.percentages().keySet());
        mix.percentages()
                .forEach((operation, percent) -> assertThat(drawn.get(operation) * 100.0 / DRAWS)
                        .as(operation.name())
                        .isBetween(percent - 0.5, percent + 0.5));
    }
}
