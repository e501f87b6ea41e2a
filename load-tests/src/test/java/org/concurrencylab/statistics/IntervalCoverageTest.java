package org.concurrencylab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concurrencylab.statistics.Noise.percentOf2000;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How often the 95 % t-interval holds the true ratio, over 2,000 made-up runs each. With that many, the share itself is
 * uncertain by about one percentage point.
 */
class IntervalCoverageTest {
    private static final int[] BLOCKS = {5, 6, 8, 15};

    @ParameterizedTest
    @CsvSource({"0.03, 1.0", "0.03, 1.1", "0.03, 2.0", "0.08, 1.0", "0.08, 1.1", "0.08, 2.0"})
    void holdsTheTruthAsOftenAsItSaysUnderADriftThatBlocksShare(double sliceSd, double ratio) {
        for (int blocks : BLOCKS) {
            assertThat(coverage(Noise.ofSlices(sliceSd), ratio, blocks))
                    .as("%d blocks", blocks)
                    .isBetween(93.0, 97.0);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.0, 1.1, 2.0})
    void holdsTheTruthAsOftenAsItSaysWithOutliersNoLargerThanTheNoise(double ratio) {
        for (int blocks : BLOCKS) {
            assertThat(coverage(Noise.ofSlices(0.08).withOutliers(0.05, 1.3), ratio, blocks))
                    .as("%d blocks", blocks)
                    .isBetween(93.0, 97.0);
        }
    }

    /** Too wide rather than too narrow: about 97.1 %, outside the 93–97 % asked for but on the safe side. */
    @ParameterizedTest
    @ValueSource(doubles = {1.0, 1.1, 2.0})
    void errsOnTheSafeSideWithOutliersFarLargerThanTheNoise(double ratio) {
        for (int blocks : BLOCKS) {
            assertThat(coverage(Noise.ofSlices(0.03).withOutliers(0.05, 1.3), ratio, blocks))
                    .as("%d blocks", blocks)
                    .isBetween(95.5, 98.5);
        }
    }

    /** What no interval from so few blocks can see: a stall that most runs never meet. */
    @Test
    void fallsShortWhereOneContenderAloneStalls() {
        Noise stalls = Noise.ofSlices(0.15).withOutliersOfContender(0.2, 3);

        assertThat(coverage(stalls, 1, 6)).isBetween(82.0, 89.0);
        assertThat(coverage(stalls, 1, 15)).isBetween(91.0, 95.0);
    }

    @Test
    void holdsTheTruthAsOftenAsItSaysWhenJvmsAreRestarted() {
        for (int rounds : new int[] {3, 5, 8}) {
            assertThat(roundCoverage(rounds, round -> 5))
                    .as("%d rounds", rounds)
                    .isBetween(93.0, 97.0);
        }
    }

    @Test
    void holdsTheTruthAsOftenAsItSaysWhenRoundsDifferInTheirBlocks() {
        assertThat(roundCoverage(5, round -> new int[] {8, 8, 8, 4, 2}[round])).isBetween(93.0, 97.0);
    }

    @Test
    void wouldFallFarShortIfBlocksOfOneRoundCountedAsIndependent() {
        SplittableRandom random = new SplittableRandom(5);
        double naive = percentOf2000(() -> holds(
                PairedRatio.of(rounds(5, round -> 5, random).stream()
                        .flatMap(List::stream)
                        .toList()),
                1.1));

        assertThat(naive).isLessThan(80);
    }

    private static double coverage(Noise noise, double ratio, int blocks) {
        SplittableRandom random = new SplittableRandom(1_000L * blocks + Math.round(100 * ratio));
        return percentOf2000(() -> holds(PairedRatio.of(noise.pairs(ratio, blocks, random)), noise.trueRatio(ratio)));
    }

    private static double roundCoverage(int rounds, IntUnaryOperator blocks) {
        SplittableRandom random = new SplittableRandom(rounds);
        return percentOf2000(() -> holds(PairedRatio.ofRounds(rounds(rounds, blocks, random)), 1.1));
    }

    /** A true ratio of 1.1; log ratios vary by 5 % from round to round and by 4 % from block to block. */
    private static List<List<Pair>> rounds(int rounds, IntUnaryOperator blocks, SplittableRandom random) {
        List<List<Pair>> all = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            double luck = 0.05 * random.nextGaussian();
            all.add(IntStream.range(0, blocks.applyAsInt(round))
                    .mapToObj(block -> new Pair(1.1 * Math.exp(luck + 0.04 * random.nextGaussian()), 1))
                    .toList());
        }
        return all;
    }

    private static boolean holds(RatioEstimate ratio, double truth) {
        return ratio.interval().orElseThrow().contains(truth);
    }
}
