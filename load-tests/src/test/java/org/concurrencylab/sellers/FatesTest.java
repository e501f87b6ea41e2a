package org.concurrencylab.sellers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.concurrencylab.api.SellerBehaviour;
import org.junit.jupiter.api.Test;

class FatesTest {

    private static final int DRAWS = 100_000;

    @Test
    void spreadsTheDelayOverTheWholeJitter() {
        var delays = draw(new SellerBehaviour(200, 50, 0, 0)).map(Fate::delayMillis);

        assertThat(delays.distinct().sorted().toList())
                .isEqualTo(IntStream.rangeClosed(150, 250).boxed().toList());
    }

    @Test
    void drawsEachOutcomeAtItsShare() {
        List<Fate.Outcome> outcomes =
                draw(new SellerBehaviour(0, 0, 0.10, 0.02)).map(Fate::outcome).toList();

        assertThat(share(outcomes, Fate.Outcome.ERROR)).isCloseTo(0.10, within(0.005));
        assertThat(share(outcomes, Fate.Outcome.HANG)).isCloseTo(0.02, within(0.002));
        assertThat(share(outcomes, Fate.Outcome.QUOTE)).isCloseTo(0.88, within(0.005));
    }

    @Test
    void repeatsTheSequenceForTheSameBehaviour() {
        var behaviour = new SellerBehaviour(200, 50, 0.1, 0.1);

        assertThat(draw(behaviour).toList()).isEqualTo(draw(behaviour).toList());
    }

    @Test
    void letsErrorsFollowOneAnother() {
        List<Fate.Outcome> outcomes =
                draw(new SellerBehaviour(0, 0, 0.5, 0)).map(Fate::outcome).toList();

        long pairs = IntStream.range(1, DRAWS)
                .filter(i -> outcomes.get(i) == Fate.Outcome.ERROR && outcomes.get(i - 1) == Fate.Outcome.ERROR)
                .count();

        assertThat((double) pairs / DRAWS).isCloseTo(0.25, within(0.01));
    }

    private static Stream<Fate> draw(SellerBehaviour behaviour) {
        var fates = new Fates(behaviour);
        return Stream.generate(fates::next).limit(DRAWS);
    }

    private static double share(List<Fate.Outcome> outcomes, Fate.Outcome outcome) {
        return (double) outcomes.stream().filter(outcome::equals).count() / outcomes.size();
    }
}
