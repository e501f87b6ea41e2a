package org.concurrencylab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concurrencylab.statistics.Noise.percentOf2000;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often the interval of two independent samples holds the true ratio, over 2,000 made-up comparisons each. */
class WelchCoverageTest {
    private static final double TRUE_RATIO = 1.1;

    @ParameterizedTest
    @CsvSource({
        "3, 0.03, 3, 0.06",
        "3, 0.03, 5, 0.06",
        "5, 0.03, 5, 0.03",
        "5, 0.02, 5, 0.06",
        "8, 0.05, 8, 0.05",
        "8, 0.02, 15, 0.06",
        "15, 0.08, 15, 0.08",
    })
    void holdsTheTruthAsOftenAsItSaysHoweverTheSidesVary(int after, double afterSd, int before, double beforeSd) {
        assertThat(coverage(after, afterSd, before, beforeSd)).isBetween(93.0, 97.0);
    }

    /** Too wide rather than too narrow: about 97 %. */
    @ParameterizedTest
    @CsvSource({"2, 2", "3, 3"})
    void errsOnTheSafeSideWithTwoOrThreeRunsThatVaryAlike(int after, int before) {
        assertThat(coverage(after, 0.05, before, 0.05)).isBetween(95.0, 98.5);
    }

    /** Why one run a side tells little: its blocks share the luck of one start. */
    @Test
    void wouldFallFarShortIfBlocksOfOneStartCountedAsIndependent() {
        SplittableRandom random = new SplittableRandom(8);

        double naive = percentOf2000(() -> holds(start(1.1, 0.05, random), start(1, 0.05, random)));

        assertThat(naive).isLessThan(60);
    }

    private static double coverage(int after, double afterSd, int before, double beforeSd) {
        SplittableRandom random = new SplittableRandom(1_000L * after + before);
        return percentOf2000(
                () -> holds(values(TRUE_RATIO, after, afterSd, random), values(1, before, beforeSd, random)));
    }

    /** Eight blocks of one start, with 4 % from block to block. */
    private static double[] start(double figure, double startSd, SplittableRandom random) {
        return values(figure * Math.exp(startSd * random.nextGaussian()), 8, 0.04, random);
    }

    private static double[] values(double figure, int count, double sd, SplittableRandom random) {
        return IntStream.range(0, count)
                .mapToDouble(value -> figure * Math.exp(sd * random.nextGaussian()))
                .toArray();
    }

    private static boolean holds(double[] after, double[] before) {
        return WelchRatio.of(after, before).interval().orElseThrow().contains(TRUE_RATIO);
    }
}
