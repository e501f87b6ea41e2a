package org.concurrencylab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concurrencylab.report.Handmade.slice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.concurrencylab.report.ChangeWords.Line;
import org.concurrencylab.results.Finding;
import org.concurrencylab.results.Finding.Kind;
import org.concurrencylab.results.Results;
import org.concurrencylab.results.Results.Slice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CPU time per request of virtual before and after a change; threads stay as they are. */
class ChangeTest {
    private static final double[] SPREAD = {1, 1.01, 0.99, 1.005, 0.995, 1};
    private static final long OFFERED = 4_000;

    @TempDir
    Path folder;

    @Test
    void namesWhatSeveralRunsOfEachSideShow() {
        Change change = change(before(three(100)), after(three(80)));

        assertThat(cpu(change).explained()).isEqualTo("faster");
        assertThat(cpu(change).ratio()).startsWith("0.80× [0.7");
        assertThat(cpu(change).before()).isEqualTo("0.025 ms");
        assertThat(line(change, "threads", "CPU per request").verdict()).isEqualTo("no difference shown");
        assertThat(cpu(change(before(three(80)), after(three(100)))).verdict()).isEqualTo("slower");
    }

    @Test
    void namesNothingFromOneRunOfEachSide() {
        Change change = change(before(run(100, 1)), after(run(70, 1)));

        assertThat(cpu(change).ratio()).startsWith("0.70× [0.69");
        assertThat(cpu(change).explained())
                .isEqualTo("cannot tell (with one run on a side the drift of the machine between them is not known)");
    }

    @Test
    void saysThatOneRunDoesNotShowWhatStartsDifferBy() {
        assertThat(ChangeWords.notes(change(before(run(100, 1)), after(run(80, 1)))))
                .anySatisfy(note -> assertThat(note)
                        .contains("Only one start of the services on a side")
                        .contains("do not hold what one start differs from the next by")
                        .contains("machine drifted"))
                .anySatisfy(note -> assertThat(note).startsWith("Three runs per side are recommended"));
    }

    @Test
    void cannotTellWhatIsSmallerThanTheNoiseOfEitherRun() {
        Change change = change(before(run(100, 1.2)), after(run(93, 1)));

        assertThat(cpu(change).explained())
                .matches("cannot tell \\(one service differs from itself by .* within a run\\)");
    }

    @Test
    void takesTheMeansOfTheRunsWhereThereAreSeveral() {
        Change spread =
                change(before(run(100, 1), run(115, 1), run(88, 1)), after(run(90, 1), run(104, 1), run(80, 1)));
        Change clear = change(before(run(100, 1), run(101, 1), run(99, 1)), after(run(80, 1), run(81, 1), run(79, 1)));

        assertThat(cpu(spread).verdict()).isEqualTo("no difference shown");
        assertThat(cpu(clear).verdict()).isEqualTo("faster");
        assertThat(ChangeWords.notes(clear))
                .noneMatch(note -> note.contains("recommended"))
                .first()
                .asString()
                .contains("over the means of 3 starts of the services before and 3 after");
    }

    @Test
    void namesNoDifferenceInWhatBothCarriedAsOffered() {
        Line carried = line(change(before(run(100, 1)), after(run(80, 1))), "virtual", "carried");

        assertThat(carried.ratio()).isEqualTo("as offered");
        assertThat(carried.explained()).isEqualTo("no difference shown");
    }

    @Test
    void comparesCarriedButNotLatencyWhereAQueueGrew() {
        Change change = change(
                before(overloaded(2_000), overloaded(2_020), overloaded(1_980)),
                after(overloaded(3_000), overloaded(3_030), overloaded(2_970)));

        assertThat(line(change, "virtual", "carried").verdict()).isEqualTo("faster");
        assertThat(line(change, "virtual", "p50 latency").explained())
                .isEqualTo("cannot tell (a queue grew where less was carried than offered)");
    }

    @Test
    void withholdsTheVerdictWhenMostSlicesOfASideAreInvalid() {
        Results disturbed = results(run(80, 1).slices().stream()
                .map(slice -> Handmade.with(slice, slice.twin(), List.of(new Finding(Kind.FOREIGN_CPU, "others"))))
                .toList());

        assertThat(cpu(change(before(run(100, 1)), after(disturbed))).explained())
                .isEqualTo("cannot tell (most slices are invalid: other programs)");
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void staysWithinTheTerminal(int columns) {
        String text = ChangeReport.terminal(
                change(before(three(100)), after(three(80))), new TerminalStyle(columns, false, true));

        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
        assertThat(text).contains("before     commit 93d87b6, 3 runs, started 2026-11-20T10:15:00Z", "faster");
    }

    @Test
    void writesASummaryAndAPageThatNeedsNoNetwork() throws IOException {
        Report.Files files = ChangeReport.write(change(before(three(100)), after(three(80))), folder);

        assertThat(Files.readString(files.summary()))
                .contains("After against before: virtual in external faster: CPU per request 0.80×")
                .contains("- After: commit 93d87b6, 3 runs, started 2026-11-20T15:15:00Z")
                .contains("| virtual | CPU per request | 0.025 ms | 0.020 ms | 0.80×");
        String page = Files.readString(files.page());
        assertThat(page.substring(page.indexOf("<body>")))
                .contains("<td class=\"words\">faster</td>")
                .doesNotContain("{", "NOT_FOUND", "http", "<script");
    }

    private static Results[] three(double cpu) {
        return new Results[] {run(cpu, 1), run(1.01 * cpu, 1), run(0.99 * cpu, 1)};
    }

    private static Results before(Results... runs) {
        return SampleRuns.merged(0, runs);
    }

    private static Results after(Results... runs) {
        return SampleRuns.merged(5, runs);
    }

    private static Change change(Results before, Results after) {
        return Change.of(before, after, List.of());
    }

    /** @param twin by how much the second slices of the reference alternate about the first */
    private static Results run(double cpuOfVirtual, double twin) {
        return run(cpuOfVirtual, twin, OFFERED);
    }

    private static Results overloaded(long completed) {
        return run(100, 1, completed);
    }

    private static Results run(double cpuOfVirtual, double twin, long completedByVirtual) {
        List<Slice> slices = new ArrayList<>();
        for (int block = 0; block < SPREAD.length; block++) {
            double again = block % 2 == 0 ? 100 * twin : 100 / twin;
            slices.add(slice("threads", block, OFFERED, 100 * SPREAD[block], 10));
            slices.add(Handmade.with(slice("threads", block, OFFERED, again, 10), true, List.of()));
            slices.add(slice("virtual", block, completedByVirtual, cpuOfVirtual * SPREAD[block], 10));
        }
        return results(slices);
    }

    private static Results results(List<Slice> slices) {
        return Handmade.results(1_000, List.of(), slices.toArray(Slice[]::new));
    }

    private static Line cpu(Change change) {
        return line(change, "virtual", "CPU per request");
    }

    private static Line line(Change change, String contender, String figure) {
        return ChangeWords.lines(change.workloads().getFirst()).stream()
                .filter(line ->
                        line.contender().equals(contender) && line.figure().equals(figure))
                .findFirst()
                .orElseThrow();
    }
}
