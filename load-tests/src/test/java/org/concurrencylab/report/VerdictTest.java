package org.concurrencylab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concurrencylab.report.Handmade.slice;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.concurrencylab.results.Results;
import org.concurrencylab.results.Results.Slice;
import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void leadsWithTheWorkloadThatPartsTheContenders() {
        String lead = Verdict.of(Summary.of(SampleResults.build())).lead();

        assertThat(lead)
                .startsWith("Offered 2,000 requests per second (external-2000), threads carried 993; virtual carried at"
                        + " least 2.01 times as many [")
                .contains("This limit of threads was predicted: 200 workers ÷ 0.2 s (Little's law) = 1,000/s.")
                .contains("Every contender carried all that was offered in crud-2500 and external-500.")
                .endsWith("Failed requests: virtual 7 in external-2000.");
    }

    @Test
    void neverComparesTheTail() {
        Verdict verdict = Verdict.of(Summary.of(SampleResults.build()));

        assertThat(verdict.lead() + verdict.workloads()).doesNotContain("p99");
    }

    @Test
    void saysThatNoDifferenceIsShownWhenTheIntervalHoldsOne() {
        Verdict verdict = Verdict.of(Summary.of(pairs(100, 90, 112, 101)));

        assertThat(verdict.lead())
                .contains("Every contender carried all that was offered")
                .contains("virtual no difference shown")
                .endsWith("No request failed.");
        assertThat(verdict.workloads().getFirst().text())
                .contains("CPU time per request against threads: no difference shown for virtual");
    }

    @Test
    void namesADifferenceWithItsInterval() {
        assertThat(Verdict.of(Summary.of(pairs(50, 51, 49, 50)))
                        .workloads()
                        .getFirst()
                        .text())
                .containsPattern("CPU time per request against threads: virtual 0\\.50× \\[0\\.49 – 0\\.51\\]");
    }

    @Test
    void doesNotJudgeTwoBlocks() {
        assertThat(Verdict.of(Summary.of(pairs(50, 50))).lead()).contains("virtual too few blocks to tell");
    }

    @Test
    void doesNotCompareLatencyWithAQueueThatOnlyGrew() {
        Results saturated = Handmade.results(
                1_000,
                List.of(),
                IntStream.range(0, 3)
                        .boxed()
                        .flatMap(block -> Stream.of(
                                slice("threads", block, 2_000, 100, 900_000),
                                slice("virtual", block, 4_000, 100, 200_000)))
                        .toArray(Slice[]::new));

        assertThat(Verdict.of(Summary.of(saturated)).workloads().getFirst().text())
                .contains("threads carried 500/s, and the data do not say what held it back")
                .doesNotContain("Median latency");
    }

    @Test
    void saysSoWhenNothingWasMeasured() {
        Results nothing =
                SampleResults.of(List.of(SampleResults.contender("threads", "worker", 200, 1)), List.of(), List.of());

        assertThat(Verdict.of(Summary.of(nothing)).lead()).isEqualTo("Nothing was measured.");
    }

    /** CPU milliseconds of virtual, one block each, against 100 of threads; both carry the offer. */
    private static Results pairs(double... cpuOfVirtual) {
        return Handmade.results(
                1_000,
                List.of(),
                IntStream.range(0, cpuOfVirtual.length)
                        .boxed()
                        .flatMap(block -> Stream.of(
                                slice("threads", block, 4_000, 100, 10),
                                slice("virtual", block, 4_000, cpuOfVirtual[block], 10)))
                        .toArray(Slice[]::new));
    }
}
