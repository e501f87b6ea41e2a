package org.concurrencylab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.concurrencylab.report.Handmade.slice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.concurrencylab.report.Ratio.Difference;
import org.concurrencylab.results.Finding;
import org.concurrencylab.results.Finding.Kind;
import org.concurrencylab.results.Results;
import org.concurrencylab.results.Results.Slice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report of several runs: CPU time per request of virtual, which differs more from run to run than within one. */
class MergedReportTest {

    @TempDir
    Path folder;

    @Test
    void takesTheIntervalOverTheRounds() {
        Ratio cpu = cpu(merged(run(80), run(100), run(125)));

        assertThat(cpu.value()).isCloseTo(1, within(1e-9));
        assertThat(cpu.estimate().rounds()).isEqualTo(3);
        assertThat(cpu.estimate().pairs()).isEqualTo(12);
        assertThat(cpu.low()).isLessThan(0.6);
        assertThat(cpu.difference()).isEqualTo(Difference.NOT_SHOWN);
    }

    @Test
    void pairsNoBlocksOfDifferentRounds() {
        Results withoutFirstBlock = results(run(80).slices().stream()
                .map(slice -> slice.contender().equals("virtual") || slice.block() > 0
                        ? slice
                        : Handmade.with(slice, slice.twin(), List.of(new Finding(Kind.FOREIGN_CPU, "others")))));

        assertThat(cpu(merged(run(80), run(80), withoutFirstBlock)).blocks()).isEqualTo(11);
    }

    @Test
    void givesNoIntervalForTwoRounds() {
        Results merged = merged(run(80), run(82));

        assertThat(cpu(merged).difference()).isEqualTo(Difference.TOO_FEW_BLOCKS);
        assertThat(Format.ratio(cpu(merged))).isEqualTo("0.81× (2 rounds, no interval)");
        assertThat(Verdict.of(Summary.of(merged)).lead()).contains("virtual too few rounds to tell");
    }

    @Test
    void namesBlocksWithTheirRound() {
        Finding little = new Finding(Kind.LITTLE, "odd");
        List<Slice> odd = run(80).slices().stream()
                .map(slice -> slice.contender().equals("virtual") && slice.block() == 2
                        ? Handmade.with(slice, slice.twin(), List.of(little))
                        : slice)
                .toList();
        Results merged = merged(run(80), results(odd.stream()), run(81));

        assertThat(Summary.of(merged).workloads().getFirst().notes()).contains("virtual, block 2.3: odd");
    }

    @Test
    void saysWhatItIsMergedFromAndWhichIntervalItUsed() throws IOException {
        Report.Files files = Report.write(merged(run(80), run(82), run(81)), folder);

        String starts = "3 runs merged, started 2026-11-20T10:15:00Z, 2026-11-20T11:15:00Z and 2026-11-20T12:15:00Z";
        assertThat(Files.readString(files.summary()))
                .contains(starts)
                .contains("    ./lab compare --quick --seed 21   # started 2026-11-20T11:15:00Z, seed 21");
        assertThat(Files.readString(files.page()))
                .contains(starts)
                .contains("with two levels, round and block, over 3 rounds")
                .contains("the seeds 20, 21 and 22 of the runs")
                .contains("3 rounds, of runs started");
        assertThat(TerminalReport.render(
                        Summary.of(merged(run(80), run(82), run(81))), new TerminalStyle(120, false, true)))
                .contains("merged     3 runs merged, started 2026-11-20T10:15:00Z");
    }

    @Test
    void saysThatASingleRunsIntervalIsOverBlocks() throws IOException {
        assertThat(Files.readString(Report.write(run(80), folder).page()))
                .contains("over the blocks of one start of the services (one round)")
                .doesNotContain("two levels");
    }

    private static Results merged(Results... runs) {
        return SampleRuns.merged(0, runs);
    }

    private static Results run(double cpuOfVirtual) {
        return results(Stream.of(
                        slices("threads", false, 100, 100, 100, 100),
                        slices("threads", true, 100, 100, 100, 100),
                        slices(
                                "virtual",
                                false,
                                cpuOfVirtual,
                                1.01 * cpuOfVirtual,
                                0.99 * cpuOfVirtual,
                                1 / (1.01 * 0.99) * cpuOfVirtual))
                .flatMap(List::stream));
    }

    private static List<Slice> slices(String contender, boolean twin, double... cpuMillis) {
        return IntStream.range(0, cpuMillis.length)
                .mapToObj(block -> Handmade.with(slice(contender, block, 4_000, cpuMillis[block], 10), twin, List.of()))
                .toList();
    }

    private static Results results(Stream<Slice> slices) {
        return Handmade.results(1_000, List.of(), slices.toArray(Slice[]::new));
    }

    private static Ratio cpu(Results results) {
        return Summary.of(results)
                .workloads()
                .getFirst()
                .rows()
                .get(1)
                .against()
                .cpu();
    }
}
