package org.concurrencylab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concurrencylab.statistics.Noise.percentOf2000;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Why the bootstrap is studentized, and why it is not the default: coverage over 2,000 made-up runs each. */
class BootstrapCoverageTest {
    private static final int RESAMPLES = 499;
    private static final Noise BOTH_STALL = Noise.ofSlices(0.15).withOutliers(0.2, 2);
    private static final Noise CONTENDER_STALLS = Noise.ofSlices(0.15).withOutliersOfContender(0.2, 3);

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 8, 15})
    void holdsTheTruthAsOftenAsItSaysUnderNormalNoise(int blocks) {
        assertThat(studentized(Noise.ofSlices(0.08), blocks)).isBetween(93.0, 97.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 8, 15})
    void comesNearItWhereBothContendersStall(int blocks) {
        assertThat(studentized(BOTH_STALL, blocks)).isBetween(92.0, 97.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 8, 15})
    void beatsStudentsIntervalWhereOneContenderAloneStalls(int blocks) {
        double students = coverage(CONTENDER_STALLS, blocks, PairedRatio::of);

        assertThat(studentized(CONTENDER_STALLS, blocks)).isGreaterThan(students + 0.5);
    }

    @Test
    void reachesItThereOnlyWithManyBlocks() {
        assertThat(studentized(CONTENDER_STALLS, 8)).isBetween(86.0, 92.0);
        assertThat(studentized(CONTENDER_STALLS, 15)).isBetween(93.0, 97.0);
    }

    /** The reason why Student's interval is the default: rare outliers of either side make this one too narrow. */
    @Test
    void fallsShortWithOutliersFarLargerThanTheNoise() {
        assertThat(studentized(Noise.ofSlices(0.03).withOutliers(0.05, 1.3), 15))
                .isBetween(87.0, 92.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 8, 15})
    void coversBetterThanBca(int blocks) {
        double bca = coverage(
                BOTH_STALL,
                blocks,
                pairs -> RatioEstimate.of(0, BcaInterval.of(pairs, 1, RESAMPLES), 1, Sample.of(List.of(pairs))));

        assertThat(bca).isLessThan(92).isLessThan(studentized(BOTH_STALL, blocks));
    }

    private static double studentized(Noise noise, int blocks) {
        return coverage(noise, blocks, pairs -> BootstrapRatio.of(pairs, Interval.CONFIDENCE, 1, RESAMPLES));
    }

    private static double coverage(Noise noise, int blocks, Function<List<Pair>, RatioEstimate> method) {
        SplittableRandom random = new SplittableRandom(blocks);
        return percentOf2000(() -> method.apply(noise.pairs(1, blocks, random))
                .interval()
                .orElseThrow()
                .contains(noise.trueRatio(1)));
    }
}
