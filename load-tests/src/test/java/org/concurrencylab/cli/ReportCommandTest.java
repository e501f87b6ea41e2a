package org.concurrencylab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.concurrencylab.report.SampleResults;
import org.concurrencylab.results.ResultsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReportCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void rendersBesideTheFile() {
        Path file = folder.resolve("results.json");
        ResultsFile.write(file, SampleResults.build());

        assertThat(run(file.toString())).isZero();
        assertThat(out.toString())
                .contains("verdict")
                .contains(folder.resolve("report.html").toString());
        assertThat(folder.resolve("report.html")).isNotEmptyFile();
        assertThat(folder.resolve("summary.md")).isNotEmptyFile();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void saysInOneSentenceWhyAFileCannotBeRendered() {
        assertThat(run(folder.resolve("none.json").toString())).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(
                        "lab: Cannot read " + folder.resolve("none.json") + ": there is no such file.\n");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void takesExactlyOneFile() {
        assertThat(run("a.json", "b.json")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
    }

    private int run(String... arguments) {
        return new CommandLine(new ReportCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
