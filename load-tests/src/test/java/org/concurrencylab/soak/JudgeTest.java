package org.concurrencylab.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.concurrencylab.soak.Growth.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Readings made up like those of a quarter of an hour: 90 of each, the heap in every third. */
class JudgeTest {

    private static final int READINGS = 90;
    private static final int PER_COLLECTION = 3;
    private static final double MEBIBYTE = 1 << 20;
    private static final DoubleUnaryOperator FLAT = share -> 1;

    /** Noise that hangs together with what was before. */
    private static final class Wander {
        private final SplittableRandom random;
        private final double correlation;
        private final double sd;
        private double now;

        Wander(SplittableRandom random, double correlation, double sd) {
            this.random = random;
            this.correlation = correlation;
            this.sd = sd;
            now = random.nextGaussian();
        }

        double next() {
            now = correlation * now + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
            return 1 + sd * now;
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "0.5", "0.8"})
    void ofFlatRunsHardlyOneIsSaidToGrowAnywhere(double correlation) {
        SplittableRandom random = new SplittableRandom(11);
        long falseAlarms = IntStream.range(0, 200)
                .filter(run -> Judge.judge(contenders(random, correlation, FLAT, FLAT)).stream()
                        .anyMatch(Growth::grows))
                .count();

        // 5 % of 200 runs, in each of which 24 verdicts are made.
        assertThat(falseAlarms).isLessThanOrEqualTo(10);
    }

    @Test
    void aFlatRunMostlyShowsThatNothingGrows() {
        SplittableRandom random = new SplittableRandom(12);
        double clear = IntStream.range(0, 50)
                .mapToObj(run -> Judge.judge(contenders(random, 0.3, FLAT, FLAT)))
                .flatMap(List::stream)
                .mapToInt(growth -> growth.verdict() == Verdict.NONE_SHOWN ? 1 : 0)
                .average()
                .orElseThrow();

        assertThat(clear).isGreaterThan(0.95);
    }

    /** At 30 MiB and 400 requests a second, 10 % in a quarter of an hour are nine bytes for each request. */
    @ParameterizedTest
    @CsvSource({"1.1, 0", "1.1, 0.5", "1.3, 0.8"})
    void aHeapThatLeaksIsFoundAndNothingElseIsBlamed(double atTheEnd, double correlation) {
        SplittableRandom random = new SplittableRandom(13);
        DoubleUnaryOperator leak = share -> 1 + (atTheEnd - 1) * share;
        long found = IntStream.range(0, 100)
                .filter(run -> grown(Judge.judge(contenders(random, correlation, leak, FLAT)))
                        .equals(List.of("leaky heap after GC")))
                .count();

        assertThat(found).isGreaterThanOrEqualTo(95);
    }

    @Test
    void aLeakThatQuickensIsFound() {
        DoubleUnaryOperator leak = share -> 1 + 0.4 * share * share;

        assertThat(grown(Judge.judge(contenders(new SplittableRandom(14), 0.3, leak, FLAT))))
                .containsExactly("leaky heap after GC");
    }

    @Test
    void latencyThatDoublesIsFound() {
        DoubleUnaryOperator slower = share -> 1 + share;

        assertThat(grown(Judge.judge(contenders(new SplittableRandom(15), 0.3, FLAT, slower))))
                .containsExactly("leaky p50", "leaky p99");
    }

    @Test
    void whatFallsDoesNotGrow() {
        DoubleUnaryOperator falls = share -> 1 - 0.5 * share;

        assertThat(Judge.judge(contenders(new SplittableRandom(16), 0.3, falls, falls)))
                .noneMatch(Growth::grows);
    }

    @Test
    void fewReadingsCannotTell() {
        Map<String, List<Reading>> few = Map.of(
                "leaky",
                contenders(new SplittableRandom(17), 0, FLAT, FLAT).get("leaky").subList(0, 9));

        assertThat(Judge.judge(few)).allMatch(growth -> growth.verdict() == Verdict.CANNOT_BE_TOLD);
    }

    @Test
    void whatTheMachineDoesNotTellCannotBeTold() {
        List<Reading> readings = contenders(new SplittableRandom(18), 0, FLAT, FLAT).get("leaky").stream()
                .map(reading -> reading.withHeap(null))
                .toList();

        assertThat(Judge.judge(Map.of("leaky", readings)))
                .filteredOn(growth -> growth.verdict() == Verdict.CANNOT_BE_TOLD)
                .extracting(Growth::quantity)
                .containsExactly(Quantity.HEAP);
    }

    @Test
    void oneMoreThreadForGoodIsNoGrowth() {
        SplittableRandom random = new SplittableRandom(19);
        List<Reading> readings = IntStream.range(0, READINGS)
                .mapToObj(i -> reading(i, 1, 1, i < 30 ? 22 : 23, 1, null, random))
                .toList();

        assertThat(grown(Judge.judge(Map.of("leaky", readings)))).isEmpty();
    }

    private static List<String> grown(List<Growth> growths) {
        return growths.stream()
                .filter(Growth::grows)
                .map(growth -> growth.contender() + " " + growth.quantity().words())
                .toList();
    }

    private static Map<String, List<Reading>> contenders(
            SplittableRandom random, double correlation, DoubleUnaryOperator heap, DoubleUnaryOperator latency) {
        Map<String, List<Reading>> contenders = new LinkedHashMap<>();
        contenders.put("leaky", readings(random, correlation, heap, latency));
        contenders.put("flat", readings(random, correlation, FLAT, FLAT));
        contenders.put("level", readings(random, correlation, FLAT, FLAT));
        return contenders;
    }

    private static List<Reading> readings(
            SplittableRandom random, double correlation, DoubleUnaryOperator heap, DoubleUnaryOperator latency) {
        Wander memory = new Wander(random, correlation, 0.01);
        Wander live = new Wander(random, correlation, 0.005);
        Wander threads = new Wander(random, correlation, 0.02);
        Wander waits = new Wander(random, correlation, 0.2);
        return IntStream.range(0, READINGS)
                .mapToObj(i -> {
                    double share = i / (READINGS - 1.0);
                    Double bytes = i % PER_COLLECTION == 0
                            ? Double.valueOf(30 * MEBIBYTE * heap.applyAsDouble(share) * live.next())
                            : null;
                    return reading(
                            i,
                            memory.next(),
                            latency.applyAsDouble(share) * waits.next(),
                            Math.rint(50 * threads.next()),
                            threads.next(),
                            bytes,
                            random);
                })
                .toList();
    }

    private static Reading reading(
            int number,
            double memory,
            double latency,
            double threads,
            double files,
            Double heap,
            SplittableRandom random) {
        return new Reading(
                10.0 * number,
                300 * MEBIBYTE * memory,
                heap,
                threads,
                20.0,
                Math.rint(120 * files),
                10 * latency,
                30 * latency * Math.exp(0.2 * random.nextGaussian()),
                400,
                Map.of());
    }
}
