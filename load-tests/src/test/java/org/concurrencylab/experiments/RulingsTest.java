package org.concurrencylab.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concurrencylab.experiments.Ruling.Word.CANNOT_TELL;
import static org.concurrencylab.experiments.Ruling.Word.DOES_NOT_HOLD;
import static org.concurrencylab.experiments.Ruling.Word.HOLDS;
import static org.concurrencylab.experiments.SampleTrials.costing;
import static org.concurrencylab.experiments.SampleTrials.found;
import static org.concurrencylab.experiments.SampleTrials.ruling;
import static org.concurrencylab.experiments.SampleTrials.switching;
import static org.concurrencylab.experiments.SampleTrials.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.concurrencylab.experiments.Ruling.Word;
import org.concurrencylab.results.Finding;
import org.concurrencylab.results.Trial;
import org.junit.jupiter.api.Test;

/** What experiments say of claims, from trials made by hand: one data set per word. */
class RulingsTest {
    @Test
    void everyClaimHasItsExperiment() {
        assertThat(Arrays.stream(Claim.values()).map(Claim::experiment))
                .allMatch(name -> Experiments.named(name).isPresent());
    }

    @Test
    void everyExperimentRulesOnItsClaimsAndOnNoOthersEvenWhenNothingWasMeasured() {
        assertThat(Experiments.all()).allSatisfy(experiment -> {
            List<Ruling> rulings = experiment.answer(List.of()).rulings();
            assertThat(rulings).extracting(Ruling::claim).isEqualTo(Claim.of(experiment.name()));
            assertThat(rulings).extracting(Ruling::word).allMatch(CANNOT_TELL::equals);
        });
    }

    @Test
    void theEventLoopSustainsMoreThanThreadsWhereItClearlyCarriesMore() {
        assertThat(ruling("external", Claim.C2, external(5, 1_000, 2_000)).word())
                .isEqualTo(HOLDS);
        assertThat(ruling("external", Claim.C2, external(5, 2_000, 2_000)).word())
                .isEqualTo(DOES_NOT_HOLD);
        assertThat(ruling("external", Claim.C2, external(5, 1_000, 1_100)).word())
                .isEqualTo(CANNOT_TELL);
        assertThat(ruling("external", Claim.C2, external(5, 1_000, 2_000)))
                .satisfies(ruling -> assertThat(ruling.measured()).contains("2.00× [1.98 – 2.02]"))
                .satisfies(ruling -> assertThat(ruling.because()).contains("So did virtual threads"));
    }

    @Test
    void threadsHelpWhereTheyClearlyCarryMoreThanOne() {
        assertThat(ruling("external", Claim.C3, external(5, 1_000, 2_000)).word())
                .isEqualTo(HOLDS);
        assertThat(ruling("external", Claim.C3, external(1_000, 1_000, 2_000)).word())
                .isEqualTo(DOES_NOT_HOLD);
        assertThat(ruling("external", Claim.C3, external(900, 1_000, 2_000)).word())
                .isEqualTo(CANNOT_TELL);
    }

    @Test
    void whatTheGeneratorMayHaveLimitedDoesNotCount() {
        List<Trial> trials = new ArrayList<>();
        for (int block = 0; block < 4; block++) {
            Map<String, Double> at = Map.of("block", (double) block);
            trials.add(trial("threads", at, 1_000, 5));
            trials.add(found("reactive", at, 2_000, new Finding(Finding.Kind.GENERATOR_SATURATED, "full")));
        }

        assertThat(ruling("external", Claim.C2, trials).word()).isEqualTo(CANNOT_TELL);
    }

    /** Virtual threads carry what reactive does; the figures vary by half a percent. */
    private static List<Trial> external(double sync, double threads, double reactive) {
        List<Trial> trials = new ArrayList<>();
        for (int block = 0; block < 4; block++) {
            Map<String, Double> at = Map.of("block", (double) block);
            trials.add(trial("threads", at, threads * chance(block), 5));
            trials.add(trial("virtual", at, reactive, 5));
            trials.add(trial("reactive", at, reactive, 5));
            trials.add(trial("sync", at, sync, 5));
        }
        return trials;
    }

    @Test
    void switchesCostWhereThreadsTakeMoreOfThemAndMoreCpuTime() {
        assertThat(ruling("crud", Claim.C8, usual(3, 0.2, 0.005)).word()).isEqualTo(HOLDS);
        assertThat(ruling("crud", Claim.C8, usual(3, 0.15, 0.005)).word()).isEqualTo(DOES_NOT_HOLD);
        assertThat(ruling("crud", Claim.C8, usual(0.5, 0.2, 0.005)).word()).isEqualTo(DOES_NOT_HOLD);
        assertThat(ruling("crud", Claim.C8, usual(3, 0.15, 0.2)).word()).isEqualTo(CANNOT_TELL);
        assertThat(ruling("crud", Claim.C8, usual(1, 0.2, 0.005)).word()).isEqualTo(CANNOT_TELL);
    }

    /** Reactive takes one switch and 0.15 ms; threads vary from block to block by this share. */
    private static List<Trial> usual(double switches, double cpuMillis, double spread) {
        List<Trial> trials = new ArrayList<>();
        for (int block = 0; block < 6; block++) {
            Map<String, Double> at = Map.of("load", 0.0, "block", (double) block);
            double chance = block % 2 == 0 ? 1 + spread : 1 - spread;
            trials.add(switching("threads", at, 5, cpuMillis * chance, switches * chance));
            trials.add(switching("reactive", at, 5, 0.15, 1));
        }
        return trials;
    }

    @Test
    void concurrencyCostsBelowSomeLoadWhereItIsDearerAndNotFasterThereAndCarriesMoreAbove() {
        assertThat(ruling("crud", Claim.C13, against(10, 0.25, 600)).word()).isEqualTo(HOLDS);
        assertThat(ruling("crud", Claim.C13, against(5, 0.25, 600)).word()).isEqualTo(DOES_NOT_HOLD);
        assertThat(ruling("crud", Claim.C13, against(10, 0.2, 600)).word()).isEqualTo(CANNOT_TELL);
        assertThat(ruling("crud", Claim.C13, against(10, 0.25, 50)).word()).isEqualTo(CANNOT_TELL);
    }

    /** One thread has a p50 of 1 ms, takes 0.2 ms and carries 50 a second. */
    private static List<Trial> against(double p99Millis, double cpuMillis, double carried) {
        List<Trial> trials = new ArrayList<>();
        for (int block = 0; block < 5; block++) {
            Map<String, Double> low = Map.of("load", 1.0, "block", (double) block);
            Map<String, Double> burst = Map.of("load", 2.0, "block", (double) block);
            trials.add(switching("sync", low, 10, 0.2, 1));
            trials.add(switching("virtual", low, p99Millis * chance(block), cpuMillis * chance(block), 1));
            trials.add(trial("sync", burst, 50, 5));
            trials.add(trial("virtual", burst, carried, 5));
        }
        return trials;
    }

    @Test
    void thePoolDecidesWhereItMovesEverybodyAndTheModelsHardlyDiffer() {
        assertThat(ruling("pool", Claim.C14, pool(1.1)).word()).isEqualTo(HOLDS);
        assertThat(ruling("pool", Claim.C14, pool(30)).word()).isEqualTo(DOES_NOT_HOLD);
        assertThat(ruling("pool", Claim.C14, pool(2)).word()).isEqualTo(CANNOT_TELL);
    }

    private static List<Trial> pool(double model) {
        List<Trial> trials = new ArrayList<>();
        for (double size : new double[] {1, 5, 20, 50}) {
            trials.add(trial("threads", Map.of("connections", size), 100 * size, 5));
            trials.add(trial("reactive", Map.of("connections", size), 100 * size * model, 5));
        }
        return trials;
    }

    @Test
    void theMapperIsToBlameWhereItCostsMoreThanTheModel() {
        assertThat(ruling("persistence", Claim.C15, mapper(1.5)).word()).isEqualTo(HOLDS);
        assertThat(ruling("persistence", Claim.C15, mapper(1.01)).word()).isEqualTo(DOES_NOT_HOLD);
        // Four per cent less, which two starts of one service may differ by.
        assertThat(ruling("persistence", Claim.C15, mapper(1.06)).word()).isEqualTo(CANNOT_TELL);
        assertThat(ruling("persistence", Claim.C15, mapper(1.1)).word()).isEqualTo(CANNOT_TELL);
        assertThat(ruling("persistence", Claim.C15, mapper(1.5)).measured()).startsWith("mapper ÷ model: 1.36× [");
    }

    /** The model costs 1.1 times. */
    private static List<Trial> mapper(double price) {
        List<Trial> trials = new ArrayList<>();
        for (int block = 0; block < 6; block++) {
            for (double driver : new double[] {0, 1}) {
                Map<String, Double> at = Map.of("driver", driver, "block", (double) block);
                double times = driver == 1 ? 1 : price * chance(block);
                trials.add(costing("threads", at, 0.2 * times, List.of()));
                trials.add(costing("virtual", at, 0.22 * times, List.of()));
            }
        }
        return trials;
    }

    @Test
    void asynchronousCodeIsHarderToDebugWhereItsTraceShowsFewerOfOurMethods() {
        assertThat(traces(2, 1).word()).isEqualTo(HOLDS);
        assertThat(traces(2, 2).word()).isEqualTo(DOES_NOT_HOLD);
        assertThat(ruling("stack-trace", Claim.C11, List.of(trace("threads", 2)))
                        .word())
                .isEqualTo(CANNOT_TELL);
    }

    private static Ruling traces(int blocking, int asynchronous) {
        return ruling("stack-trace", Claim.C11, List.of(trace("threads", blocking), trace("reactive", asynchronous)));
    }

    private static Trial trace(String contender, int methods) {
        List<String> lines = new ArrayList<>(List.of("The call of a seller failed: java.lang.Exception"));
        for (int i = 0; i < methods; i++) {
            lines.add("\tat org.concurrencylab.books.Shelf.step" + i + "(Shelf.java:1)");
        }
        return StackTraces.trial(contender, new StackTrace(lines));
    }

    @Test
    void asynchronousCodeIsHarderToWriteWhereItHasAllThreeSigns() {
        assertThat(code(counts(10, 0, 1), counts(12, 5, 3))).isEqualTo(HOLDS);
        assertThat(code(counts(10, 5, 3), counts(9, 5, 3))).isEqualTo(DOES_NOT_HOLD);
        assertThat(code(counts(10, 0, 1), counts(9, 5, 3))).isEqualTo(CANNOT_TELL);
    }

    private static Word code(Map<String, Double> blocking, Map<String, Double> reactive) {
        return ruling(
                        "code",
                        Claim.C12,
                        List.of(
                                Trial.counted("blocking", Map.of("class", 0.0), blocking),
                                Trial.counted("reactive", Map.of("class", 0.0), reactive)))
                .word();
    }

    private static Map<String, Double> counts(double lines, double operators, double nesting) {
        return Map.of("classes", 1.0, "lines", lines, "asynchronous operators", operators, "nesting", nesting);
    }

    private static double chance(int block) {
        return block % 2 == 0 ? 1.005 : 0.995;
    }
}
