package org.concurrencylab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concurrencylab.statistics.Noise.percentOf2000;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often the rule of {@link Family} calls a difference, rightly and wrongly, in made-up runs. */
class VerdictRatesTest {
    private static final Noise FOUR_PERCENT = Noise.ofSlices(0.04);
    private static final Family FAMILY = Family.ofFivePercent();

    @ParameterizedTest
    @CsvSource({"0.03, 0, 1", "0.04, 0, 2", "0.08, 0, 1", "0.03, 0.05, 2", "0.08, 0.05, 2"})
    void callsADifferenceInAtMostFivePercentOfWorkloadsWithoutOne(double sliceSd, double outliers, int contenders) {
        SplittableRandom random = new SplittableRandom(1);
        Noise noise = Noise.ofSlices(sliceSd).withOutliers(outliers, 1.3);

        for (int blocks : new int[] {5, 8}) {
            SimulatedWorkload workload = SimulatedWorkload.of(noise, contenders, blocks);
            assertThat(percentOf2000(() -> workload.isCalled(FAMILY, 1, random)))
                    .as("%d blocks", blocks)
                    .isLessThanOrEqualTo(5);
        }
    }

    /** Holm's correction has to hold the rate alone then: an A/A pair quieter than the contenders excludes nothing. */
    @Test
    void holdsTheRateWithoutHelpFromTheAaPair() {
        SplittableRandom random = new SplittableRandom(2);
        SimulatedWorkload workload = SimulatedWorkload.of(FOUR_PERCENT, 2, 8);

        double called = percentOf2000(() -> {
            Map<String, Comparison> comparisons = workload.measure(1, random);
            comparisons.replaceAll((key, comparison) -> switch (comparison) {
                case Comparison.Measured measured -> new Comparison.Measured(measured.ratio(), NoiseFloor.unknown());
                case Comparison.Invalid invalid -> invalid;
            });
            return FAMILY.judge(comparisons).values().stream().anyMatch(SimulatedWorkload::isCall);
        });

        assertThat(called).isBetween(3.0, 6.0);
    }

    @Test
    void wouldCallFarMoreByIntervalsAlone() {
        SplittableRandom random = new SplittableRandom(3);
        SimulatedWorkload workload = SimulatedWorkload.of(FOUR_PERCENT, 2, 8);

        double excluded = percentOf2000(() -> workload.measure(1, random).values().stream()
                .map(comparison -> ((Comparison.Measured) comparison).ratio())
                .anyMatch(ratio -> !ratio.interval().orElseThrow().contains(1)));

        assertThat(excluded).isGreaterThan(20);
    }

    /** 20,000 runs, because the true share, about 90.5 %, is near to what is asked for. */
    @Test
    void findsTenPercentInNineOfTenRunsOfEightBlocks() {
        SplittableRandom random = new SplittableRandom(4);
        SimulatedWorkload workload = SimulatedWorkload.of(FOUR_PERCENT, 1, 8);

        double found = 0;
        for (int i = 0; i < 10; i++) {
            found += percentOf2000(() -> workload.isFound(FAMILY, 1.1, random)) / 10;
        }

        assertThat(found).isGreaterThanOrEqualTo(90);
    }

    @ParameterizedTest
    @CsvSource({"2, 8, 79, 86", "2, 10, 92, 97"})
    void needsMoreBlocksForTwoContenders(int contenders, int blocks, double least, double most) {
        SplittableRandom random = new SplittableRandom(5);
        SimulatedWorkload workload = SimulatedWorkload.of(FOUR_PERCENT, contenders, blocks);

        assertThat(percentOf2000(() -> workload.isFound(FAMILY, 1.1, random))).isBetween(least, most);
    }

    /** Outliers cost power, not truth: whoever wants the power has to keep them out of the blocks. */
    @Test
    void findsTenPercentInAboutHalfOfTheRunsWithOutliers() {
        SplittableRandom random = new SplittableRandom(6);
        SimulatedWorkload workload = SimulatedWorkload.of(FOUR_PERCENT.withOutliers(0.05, 1.3), 1, 8);

        assertThat(percentOf2000(() -> workload.isFound(FAMILY, 1.1, random))).isBetween(45.0, 55.0);
    }

    @Test
    void callsAtMostOneOfTwentyRunsOfWorkloadFamiliesWithNoiseLikeReal() {
        SplittableRandom random = new SplittableRandom(7);
        SimulatedRun run = SimulatedRun.likeReal(FOUR_PERCENT, 1, 8);

        assertThat(atMostOneOfTwenty(() -> run.isCalledPerWorkload(FAMILY, random)))
                .isGreaterThan(0.8);
    }

    @Test
    void callsAtMostOneOfTwentyRunsThatAreOneFamily() {
        SplittableRandom random = new SplittableRandom(8);
        SimulatedRun likeReal = SimulatedRun.likeReal(FOUR_PERCENT, 1, 10);
        SimulatedRun allNoisy = SimulatedRun.allNoisy(FOUR_PERCENT, 1, 10);

        assertThat(atMostOneOfTwenty(() -> likeReal.isCalledAsOne(FAMILY, random)))
                .isGreaterThan(0.95);
        assertThat(atMostOneOfTwenty(() -> allNoisy.isCalledAsOne(FAMILY, random)))
                .isGreaterThan(0.8);
    }

    @Test
    void findsTenPercentInNineOfTenRunsThatAreOneFamilyOfTenBlocks() {
        SplittableRandom random = new SplittableRandom(9);
        SimulatedRun run = SimulatedRun.likeReal(FOUR_PERCENT, 1, 10);

        assertThat(percentOf2000(
                        () -> run.judgeAsOne(FAMILY, 1.1, random).get(SimulatedWorkload.FIRST) instanceof Verdict.More))
                .isGreaterThanOrEqualTo(90);
    }

    /** A bias of the run, here 5 % for whoever is not the block's first slice, is in the A/A pair as well. */
    @Test
    void takesNoBiasOfTheRunForADifference() {
        SplittableRandom random = new SplittableRandom(10);
        Noise quiet = Noise.ofSlices(0.01);

        BooleanSupplier callsIt = () -> {
            List<double[]> slices = quiet.slices(8, List.of(1.0, 1.05, 1.05), random);
            RatioEstimate ratio = PairedRatio.of(against(slices, 2));
            NoiseFloor floor = NoiseFloor.of(against(slices, 1));
            Map<String, Comparison> only = Map.of("only", new Comparison.Measured(ratio, floor));
            return SimulatedWorkload.isCall(FAMILY.judge(only).get("only"));
        };

        assertThat(percentOf2000(callsIt)).isLessThan(10);
    }

    /** What only restarts cure: here two starts of one program differ by 5 % (sd), and each runs but once. */
    @Test
    void takesTheLuckOfASingleStartForADifference() {
        SplittableRandom random = new SplittableRandom(11);

        BooleanSupplier callsIt = () -> {
            List<double[]> slices =
                    FOUR_PERCENT.slices(8, List.of(start(random), start(random), start(random)), random);
            NoiseFloor floor = NoiseFloor.of(against(slices, 1));
            Map<String, Comparison> only =
                    Map.of("only", new Comparison.Measured(PairedRatio.of(against(slices, 2)), floor));
            return SimulatedWorkload.isCall(FAMILY.judge(only).get("only"));
        };

        assertThat(percentOf2000(callsIt)).isGreaterThan(20);
    }

    /**
     * A quick run in turns, as twenty real ones were: 20 blocks, slices that differ by 7.5 % (sd), services started
     * once whose starts differ by 1.5 % in CPU time (sd) and 6 % in p50, so that nothing below 6 and 25 % is called.
     * Both figures of two contenders are one family.
     */
    @ParameterizedTest
    @CsvSource({"1, 0, 5", "1.1, 88, 95"})
    void holdsBothRatesInQuickRunsInTurns(double truth, double least, double most) {
        SplittableRandom random = new SplittableRandom(12);
        Noise noise = Noise.ofSlices(0.075);

        BooleanSupplier callsIt = () -> {
            Map<String, Comparison> family = new LinkedHashMap<>();
            for (String figure : List.of("cpu", "p50")) {
                boolean cpu = figure.equals("cpu");
                double first = cpu ? truth : 1;
                double sd = cpu ? 0.015 : 0.06;
                List<double[]> slices =
                        noise.slices(20, List.of(1.0, 1.0, first * luck(sd, random), luck(sd, random)), random);
                NoiseFloor floor = NoiseFloor.of(against(slices, 1));
                for (int contender : List.of(2, 3)) {
                    RatioEstimate ratio = PairedRatio.of(againstBoth(slices, contender));
                    family.put(figure + contender, new Comparison.Measured(ratio, floor, Math.log(cpu ? 1.06 : 1.25)));
                }
            }
            Map<String, Verdict> verdicts = FAMILY.judge(family);
            return truth > 1
                    ? verdicts.get("cpu2") instanceof Verdict.More
                    : verdicts.values().stream().anyMatch(SimulatedWorkload::isCall);
        };

        assertThat(percentOf2000(callsIt)).isBetween(least, most);
    }

    /** Of a start; the reference has its own, which is in all ratios. */
    private static double luck(double sd, SplittableRandom random) {
        return Math.exp(sd * random.nextGaussian());
    }

    private static List<Pair> againstBoth(List<double[]> slices, int which) {
        return slices.stream()
                .map(block -> new Pair(block[which], Math.sqrt(block[0] * block[1])))
                .toList();
    }

    private static double start(SplittableRandom random) {
        return Math.exp(0.05 / Math.sqrt(2) * random.nextGaussian());
    }

    private static List<Pair> against(List<double[]> slices, int which) {
        return slices.stream().map(block -> new Pair(block[which], block[0])).toList();
    }

    /** The probability of at most one call in twenty runs, from the rate of single runs. */
    private static double atMostOneOfTwenty(BooleanSupplier isCalled) {
        double rate = percentOf2000(isCalled) / 100;
        return Math.pow(1 - rate, 20) + 20 * rate * Math.pow(1 - rate, 19);
    }
}
