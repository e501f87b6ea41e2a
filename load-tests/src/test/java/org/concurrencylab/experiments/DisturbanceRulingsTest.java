package org.concurrencylab.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concurrencylab.experiments.Ruling.Word.CANNOT_TELL;
import static org.concurrencylab.experiments.Ruling.Word.DOES_NOT_HOLD;
import static org.concurrencylab.experiments.Ruling.Word.HOLDS;
import static org.concurrencylab.experiments.SampleTrials.answering;
import static org.concurrencylab.experiments.SampleTrials.resident;
import static org.concurrencylab.experiments.SampleTrials.ruling;
import static org.concurrencylab.experiments.SampleTrials.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.concurrencylab.results.Trial;
import org.junit.jupiter.api.Test;

/** What is said of claims about requests that disturb others, from trials made by hand: one data set per word. */
class DisturbanceRulingsTest {

    @Test
    void theEventLoopWinsAFanOutWhereNoPoolComesNear() {
        assertThat(fanOut(1_600, 400).word()).isEqualTo(HOLDS);
        assertThat(fanOut(1_600, 85).word()).isEqualTo(DOES_NOT_HOLD);
        assertThat(fanOut(100, 85).word()).isEqualTo(CANNOT_TELL);
    }

    /** The event loop takes 80 ms. */
    private static Ruling fanOut(double smallMillis, double largeMillis) {
        List<Trial> trials = new ArrayList<>();
        for (int block = 0; block < 4; block++) {
            Map<String, Double> at = Map.of("block", (double) block);
            trials.add(Trial.counted("sync", at, Map.of("millis", 8_000 * chance(block))));
            trials.add(Trial.counted("threads (5)", at, Map.of("millis", smallMillis * chance(block))));
            trials.add(Trial.counted("threads (160)", at, Map.of("millis", largeMillis * chance(block))));
            trials.add(Trial.counted("reactive", at, Map.of("millis", 80.0)));
        }
        return ruling("fan-out", Claim.C1, trials);
    }

    @Test
    void computingIsForThreadsWhereReadsWaitMuchLongerBesideTheLoop() {
        assertThat(cpu(Claim.C4, 100, 5, 5).word()).isEqualTo(HOLDS);
        assertThat(cpu(Claim.C4, 6, 5, 5).word()).isEqualTo(DOES_NOT_HOLD);
        assertThat(cpu(Claim.C4, 12, 5, 5).word()).isEqualTo(CANNOT_TELL);
    }

    @Test
    void workersBesideTheLoopAreTheBestOfBothWhereReadsAreAsFastAsOnThreads() {
        assertThat(cpu(Claim.C5, 100, 5, 5).word()).isEqualTo(HOLDS);
        assertThat(cpu(Claim.C5, 100, 90, 5).word()).isEqualTo(DOES_NOT_HOLD);
        assertThat(cpu(Claim.C5, 100, 10, 5).word()).isEqualTo(CANNOT_TELL);
    }

    /** P99 of reads in milliseconds. */
    private static Ruling cpu(Claim claim, double onLoop, double offloaded, double threads) {
        List<Trial> trials = new ArrayList<>();
        for (int block = 0; block < 4; block++) {
            Map<String, Double> at = Map.of("block", (double) block);
            trials.add(trial("reactive-on-loop", at, 200, onLoop * chance(block)));
            trials.add(trial("reactive", at, 200, offloaded));
            trials.add(trial("threads", at, 200, threads));
        }
        return ruling("cpu", claim, trials);
    }

    @Test
    void aBlockingCallStallsTheOthersWhereTheyWaitForItsEnd() {
        assertThat(blocked(1_470).word()).isEqualTo(HOLDS);
        assertThat(blocked(5.5).word()).isEqualTo(DOES_NOT_HOLD);
        assertThat(blocked(25).word()).isEqualTo(CANNOT_TELL);
    }

    private static Ruling blocked(double p99Millis) {
        List<Trial> trials = new ArrayList<>();
        for (int block = 0; block < 3; block++) {
            double chance = chance(block);
            trials.add(trial("reactive", Map.of("blocking", 1.0, "block", (double) block), 200, p99Millis * chance));
            trials.add(trial("reactive", Map.of("blocking", 0.0, "block", (double) block), 200, 5));
        }
        return ruling("blocked-loop", Claim.C6, trials);
    }

    @Test
    void aHangHurtsThreadsAndNotTheLoopWhereOnlyThreadsStarve() {
        assertThat(failure(0, 5).word()).isEqualTo(HOLDS);
        assertThat(failure(400, 5).word()).isEqualTo(CANNOT_TELL);
        assertThat(failure(0, 100).word()).isEqualTo(DOES_NOT_HOLD);
        assertThat(failure(0, 25).word()).isEqualTo(CANNOT_TELL);
    }

    /** @param threadsAnswer how many of 400 reads a second threads answer while the seller hangs */
    private static Ruling failure(double threadsAnswer, double loopMillis) {
        List<Trial> trials = new ArrayList<>();
        for (double guarded : new double[] {0, 1}) {
            Map<String, Double> calm = Map.of("guarded", guarded, "hanging", 0.0);
            Map<String, Double> hanging = Map.of("guarded", guarded, "hanging", 1.0);
            trials.add(answering("threads", calm, 400, 400, 5));
            trials.add(answering("threads", hanging, 400, guarded == 1 ? 400 : threadsAnswer, 5));
            trials.add(answering("reactive", calm, 400, 400, 5));
            trials.add(answering("reactive", hanging, 400, 400, loopMillis));
        }
        return ruling("failure", Claim.C9, trials);
    }

    @Test
    void theLoopTakesLessMemoryWhereThreadsTakeHalfAsMuchAgainOrCannotHoldAsManyAtAll() {
        assertThat(memory(1_200, 0, 0).word()).isEqualTo(HOLDS);
        assertThat(memory(520, 0, 0).word()).isEqualTo(DOES_NOT_HOLD);
        assertThat(memory(650, 0, 0).word()).isEqualTo(CANNOT_TELL);
        assertThat(memory(1_200, 3, 0).word()).isEqualTo(HOLDS);
        assertThat(memory(1_200, 3, 3).word()).isEqualTo(CANNOT_TELL);
        assertThat(memory(1_300, 0, 0).measured()).startsWith("100 MiB and 11 MiB for each 1,000");
        assertThat(memory(1_300, 3, 0).measured()).contains("only the loop held 10,000");
    }

    /** With 1,000 in flight both take 400 MiB, with 10,000 reactive takes 500. */
    private static Ruling memory(long threadsMebibytes, long threadsErrors, long loopErrors) {
        List<Trial> trials = new ArrayList<>();
        trials.add(resident("threads", Map.of("in flight", 1_000.0), 400, 0));
        trials.add(resident("threads", Map.of("in flight", 10_000.0), threadsMebibytes, threadsErrors));
        trials.add(resident("reactive", Map.of("in flight", 1_000.0), 400, 0));
        trials.add(resident("reactive", Map.of("in flight", 10_000.0), 500, loopErrors));
        return ruling("memory", Claim.C7, trials);
    }

    @Test
    void theEventLoopProtectsFromRacesWhereOnlyThreadsLoseUpdates() {
        assertThat(race(0, 50, 0).word()).isEqualTo(HOLDS);
        assertThat(race(40, 50, 0).word()).isEqualTo(DOES_NOT_HOLD);
        assertThat(race(0, 0, 0).word()).isEqualTo(CANNOT_TELL);
        assertThat(race(40, 50, 1).word()).isEqualTo(CANNOT_TELL);
    }

    private static Ruling race(int lostOnLoop, int lostOnThreads, int lostInSpiteOfLock) {
        List<Trial> trials = new ArrayList<>();
        trials.add(lost("threads", 0, lostInSpiteOfLock));
        trials.add(lost("threads", 1, lostOnThreads));
        trials.add(lost("reactive", 0, 0));
        trials.add(lost("reactive", 1, lostOnLoop));
        return ruling("race", Claim.C10, trials);
    }

    private static Trial lost(String contender, double unlocked, int lost) {
        return Trial.counted(contender, Map.of("unlocked", unlocked), Map.of("sold", 800.0, "taken", 800.0 - lost));
    }

    private static double chance(int block) {
        return block % 2 == 0 ? 1.01 : 0.99;
    }
}
