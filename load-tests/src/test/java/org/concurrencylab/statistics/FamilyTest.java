package org.concurrencylab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.concurrencylab.statistics.PairedRatioTest.ofLogs;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FamilyTest {
    private static final NoiseFloor TWO_PERCENT = new NoiseFloor(Math.log(1.02), Math.log(1.06), false, 8);
    private static final RatioEstimate SLIGHTLY_MORE = PairedRatio.of(ofLogs(0.049, 0.050, 0.051, 0.050));
    private static final RatioEstimate NOISY = PairedRatio.of(ofLogs(-0.1, 0.1, 0.2, -0.15));
    /** t = 3.656 with 3 degrees of freedom: p = 0.035. */
    private static final RatioEstimate BARELY = PairedRatio.of(ofLogs(0.1, 0.2, 0.3, 0.1));

    @Test
    void namesTheLargerAndTheSmaller() {
        RatioEstimate less = PairedRatio.of(ofLogs(-0.049, -0.050, -0.051, -0.050));

        assertThat(judge(SLIGHTLY_MORE, TWO_PERCENT))
                .isEqualTo(new Verdict.More(SLIGHTLY_MORE, SLIGHTLY_MORE.pValue()));
        assertThat(judge(less, TWO_PERCENT)).isEqualTo(new Verdict.Less(less, less.pValue()));
    }

    @Test
    void showsNoDifferenceWhereTheIntervalHoldsOne() {
        assertThat(judge(NOISY, TWO_PERCENT))
                .isEqualTo(new Verdict.NotShown(
                        NOISY, NOISY.interval().orElseThrow().atMostPercent()));
    }

    @Test
    void showsNoDifferenceWhereNoneMatters() {
        RatioEstimate tiny = PairedRatio.of(ofLogs(0.0049, 0.0050, 0.0051));

        assertThat(judge(tiny, NoiseFloor.unknown()))
                .isInstanceOfSatisfying(
                        Verdict.NotShown.class,
                        verdict -> assertThat(verdict.atMostPercent()).isBetween(0.5, 0.6));
    }

    @Test
    void cannotTellADifferenceWithinTheNoiseFloor() {
        NoiseFloor sixPercent = new NoiseFloor(Math.log(1.06), Math.log(1.2), false, 8);

        assertThat(judge(SLIGHTLY_MORE, sixPercent)).isInstanceOfSatisfying(Verdict.WithinNoise.class, verdict -> {
            assertThat(verdict.ratio()).isEqualTo(SLIGHTLY_MORE);
            assertThat(verdict.floorPercent()).isCloseTo(6, within(1e-9));
        });
    }

    @Test
    void namesNoDifferenceOfLessThanOnePercent() {
        RatioEstimate small = PairedRatio.of(ofLogs(0.0090, 0.0095, 0.0110));

        assertThat(judge(small, NoiseFloor.unknown()))
                .isInstanceOfSatisfying(
                        Verdict.WithinNoise.class,
                        verdict -> assertThat(verdict.floorPercent()).isCloseTo(1, within(1e-9)));
    }

    @Test
    void namesADifferenceWithoutAnAaPairByItsIntervalAlone() {
        assertThat(judge(SLIGHTLY_MORE, NoiseFloor.unknown())).isInstanceOf(Verdict.More.class);
    }

    @Test
    void takesOneSmallPValueAmongManyForChance() {
        Map<String, Comparison> comparisons = new LinkedHashMap<>();
        comparisons.put("barely", new Comparison.Measured(BARELY, TWO_PERCENT));
        comparisons.put("noisy", new Comparison.Measured(NOISY, TWO_PERCENT));

        assertThat(judge(BARELY, TWO_PERCENT)).isInstanceOf(Verdict.More.class);
        assertThat(Family.ofFivePercent().judge(comparisons).get("barely"))
                .isInstanceOfSatisfying(Verdict.OneOfMany.class, verdict -> {
                    assertThat(verdict.adjustedP()).isCloseTo(2 * BARELY.pValue(), within(1e-12));
                    assertThat(verdict.comparisons()).isEqualTo(2);
                });
    }

    @Test
    void doesNotCountAsTestsWhatCannotBeTested() {
        RatioEstimate few = PairedRatio.of(ofLogs(0.1, 0.2));
        Map<String, Comparison> comparisons = new LinkedHashMap<>();
        comparisons.put("invalid", new Comparison.Invalid("the generator was saturated"));
        comparisons.put("few", new Comparison.Measured(few, TWO_PERCENT));
        comparisons.put("barely", new Comparison.Measured(BARELY, TWO_PERCENT));

        Map<String, Verdict> verdicts = Family.ofFivePercent().judge(comparisons);

        assertThat(verdicts.keySet()).containsExactly("invalid", "few", "barely");
        assertThat(verdicts.get("invalid")).isEqualTo(new Verdict.Invalid("the generator was saturated"));
        assertThat(verdicts.get("few")).isEqualTo(new Verdict.TooFewBlocks(few));
        assertThat(verdicts.get("barely")).isEqualTo(new Verdict.More(BARELY, BARELY.pValue()));
    }

    @Test
    void judgesNothingWhereNothingIsCompared() {
        assertThat(Family.ofFivePercent().judge(Map.<String, Comparison>of())).isEmpty();
    }

    @Test
    void refusesARateThatIsNoShare() {
        assertThatThrownBy(() -> new Family(5)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Verdict judge(RatioEstimate ratio, NoiseFloor floor) {
        return Family.ofFivePercent()
                .judge(Map.of("only", (Comparison) new Comparison.Measured(ratio, floor)))
                .get("only");
    }
}
