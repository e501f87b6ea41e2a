package org.concurrencylab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.concurrencylab.report.Handmade.slice;

import java.util.List;
import org.concurrencylab.report.Row.Limit;
import org.concurrencylab.report.Summary.Comparison;
import org.concurrencylab.results.Results;
import org.concurrencylab.results.Results.Prediction;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static final List<Prediction> POOL = List.of(new Prediction("threads", 500, "100 workers ÷ 0.2 s"));

    @Test
    void takesMediansOverBlocksAndMergesHistograms() {
        Row row = only(Handmade.results(
                        1_000,
                        List.of(),
                        slice("threads", 0, 4_000, 400, 10, 20),
                        slice("threads", 1, 3_600, 720, 30, 40),
                        slice("threads", 2, 3_960, 396, 50, 60, 70, 80, 90, 100)))
                .rows()
                .getFirst();

        assertThat(row.carriedPerSecond()).isEqualTo(990);
        assertThat(row.cpuMillisPerRequest()).isCloseTo(0.1, within(1e-12));
        assertThat(row.latencyMicros(50)).isEqualTo(50);
        assertThat(row.latencyMicros(90)).isEqualTo(90);
        assertThat(row.switchesPerRequest()).isCloseTo(8_000 / 3_960.0, within(1e-12));
        assertThat(row.busy().service()).isCloseTo(0.1, within(1e-12));
        assertThat(row.busy().database()).isCloseTo(0.1, within(1e-12));
        assertThat(row.threads()).isEqualTo(40);
        assertThat(row.peakRssBytes()).isEqualTo(150 << 20);
    }

    @Test
    void pairsSlicesOfTheSameBlock() {
        Row virtual = only(Handmade.results(
                        1_000,
                        List.of(),
                        slice("threads", 0, 1_000, 100, 100),
                        slice("threads", 1, 2_000, 100, 100),
                        slice("threads", 2, 500, 100, 100),
                        slice("virtual", 2, 1_000, 100, 50),
                        slice("virtual", 1, 4_000, 100, 50),
                        slice("virtual", 0, 2_000, 100, 50)))
                .rows()
                .get(1);

        assertThat(virtual.against().carried().value()).isCloseTo(2, within(1e-12));
        assertThat(virtual.against().carried().high()).isCloseTo(2, within(1e-9));
        assertThat(virtual.against().cpu().value()).isCloseTo(0.5, within(1e-12));
        assertThat(virtual.against().p50().value()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void namesThePredictedLimitThatWasMet() {
        Row threads = only(Handmade.results(1_000, POOL, slice("threads", 0, 1_980, 100, 10)))
                .rows()
                .getFirst();

        assertThat(Format.bound(threads.bound())).isEqualTo("worker pool (predicted 500/s)");
    }

    @Test
    void namesTheOfferAsTheBoundOfWhoeverCarriedIt() {
        Row threads = only(Handmade.results(400, POOL, slice("threads", 0, 1_568, 100, 10)))
                .rows()
                .getFirst();

        assertThat(Format.bound(threads.bound())).isEqualTo("nothing: the offered rate");
    }

    @Test
    void leavesTheBoundOpenWhenTheDataDoNotTell() {
        Row threads = only(Handmade.results(1_000, POOL, slice("threads", 0, 2_400, 100, 10)))
                .rows()
                .getFirst();

        assertThat(Format.bound(threads.bound())).isEqualTo("not determined");
    }

    @Test
    void knowsWhenTheOfferCapsARatio() {
        Comparison comparison = only(Handmade.results(
                1_000, POOL, slice("threads", 0, 2_000, 100, 10), slice("virtual", 0, 4_000, 100, 10)));

        assertThat(comparison.rows().get(1).against().carriedLimit()).isEqualTo(Limit.AT_LEAST);
        assertThat(comparison.notes()).singleElement().asString().startsWith("threads carried less than was offered");
    }

    @Test
    void bringsErrorsAndRemarksAsNotes() {
        Comparison comparison = only(Handmade.results(
                1_000,
                List.of(),
                slice("threads", 0, 3_990, Handmade.usage(1), 10, List.of("not steady"), 10),
                slice("threads", 1, 4_000, Handmade.usage(1), 0, List.of("not steady"), 10)));

        assertThat(comparison.notes())
                .containsExactly("threads: 10 of 8,000 requests failed.", "threads, all 2 blocks: not steady");
    }

    @Test
    void leavesUnknownAndImpossibleFiguresOut() {
        Row row = only(Handmade.results(1_000, List.of(), slice("threads", 0, 0, Handmade.unknown(), 0, List.of())))
                .rows()
                .getFirst();

        assertThat(row.cpuMillisPerRequest()).isNaN();
        assertThat(row.rssBytes()).isNaN();
        assertThat(Format.duration(row.latencyMicros(50))).isEqualTo("–");
    }

    private static Comparison only(Results results) {
        return Summary.of(results).workloads().getFirst();
    }
}
