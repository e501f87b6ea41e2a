package org.concurrencylab.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.concurrencylab.report.SampleResults;
import org.concurrencylab.report.SampleRuns;
import org.concurrencylab.results.Results.Environment;
import org.concurrencylab.results.Results.Run;
import org.concurrencylab.results.Results.Slice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeTest {
    private static final StoredResults A = stored("a.json", SampleRuns.numbered(0, SampleResults.build()));
    private static final StoredResults B = stored("b.json", SampleRuns.numbered(1, SampleResults.build()));
    private static final StoredResults C = stored("c.json", SampleRuns.numbered(2, SampleResults.build()));

    @Test
    void makesEachRunARoundOfItsOwnInTheOrderOfTime() {
        Results merged = Merge.of(List.of(C, A, B));

        assertThat(merged.runs()).extracting(Run::seed).containsExactly(20L, 21L, 22L);
        assertThat(merged.rounds()).isEqualTo(3);
        assertThat(merged.slices()).hasSize(3 * A.results().slices().size());
        assertThat(merged.slices()).extracting(Slice::round).isSorted().contains(0, 1, 2);
        assertThat(merged.slices()).extracting(Slice::position).isSorted().doesNotHaveDuplicates();
        assertThat(merged.wallSeconds()).isEqualTo(300);
        assertThat(merged.startedAt()).isEqualTo(A.results().startedAt());
    }

    @Test
    void saysASharedRemarkOnce() {
        assertThat(Merge.of(List.of(A, B)).remarks()).isEqualTo(A.results().remarks());
    }

    @Test
    void saysWhichRunARemarkIsAbout() {
        StoredResults remarked = stored("b.json", with(B.results(), B.results().environment(), List.of("Not steady.")));

        assertThat(Merge.of(List.of(A, remarked)).remarks()).contains("Run of 2026-11-20T11:15:00Z: Not steady.");
    }

    @Test
    void takesMergedResultsToo() {
        Results merged = Merge.of(List.of(stored("ab.json", Merge.of(List.of(A, B))), C));

        assertThat(merged).isEqualTo(Merge.of(List.of(A, B, C)));
    }

    @Test
    void followsItsFormat(@TempDir Path folder) {
        Results merged = Merge.of(List.of(A, B));
        ResultsFile.write(folder.resolve("results.json"), merged);

        assertThat(ResultsFile.read(folder.resolve("results.json"))).isEqualTo(merged);
    }

    @Test
    void refusesTheSameRunTwice() {
        refuses("a.json is given twice.", A, B, A);
        refuses(
                "a.json and copy.json hold the same run, started 2026-11-20T10:15:00Z.",
                A,
                stored("copy.json", A.results()));
        refuses(
                "ab.json and b.json hold the same run, started 2026-11-20T11:15:00Z.",
                stored("ab.json", Merge.of(List.of(A, B))),
                B);
    }

    @Test
    void namesTheCommitsOfRunsOfSeveral() {
        Environment machine = B.results().environment();
        Environment later = new Environment(
                machine.cpu(),
                machine.processors(),
                machine.memoryBytes(),
                machine.os(),
                machine.java(),
                machine.postgres(),
                machine.postgresSettings(),
                machine.gatling(),
                machine.quarkus(),
                "0123456",
                machine.serviceCpus(),
                machine.otherCpus());
        StoredResults changed =
                stored("b.json", with(B.results(), later, B.results().remarks()));

        Results merged = Merge.of(List.of(A, changed));

        assertThat(merged.environment().commit()).isEqualTo("93d87b6, 0123456");
        assertThat(merged.remarks())
                .last()
                .isEqualTo("These runs are of different commits (93d87b6, 0123456); together they are taken for runs of"
                        + " one program.");
    }

    private static void refuses(String sentence, StoredResults... stored) {
        assertThatThrownBy(() -> Merge.of(List.of(stored)))
                .isInstanceOf(ResultsException.class)
                .hasMessage(sentence);
    }

    private static Results with(Results results, Environment environment, List<String> remarks) {
        return new Results(
                results.format(),
                results.runs(),
                environment,
                results.contenders(),
                results.workloads(),
                results.warmUp(),
                results.slices(),
                results.experiments(),
                results.missing(),
                remarks);
    }

    private static StoredResults stored(String name, Results results) {
        return new StoredResults(Path.of(name), results);
    }
}
