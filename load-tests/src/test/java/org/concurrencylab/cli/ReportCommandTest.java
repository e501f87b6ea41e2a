package org.concurrencylab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.concurrencylab.report.SampleResults;
import org.concurrencylab.report.SampleRuns;
import org.concurrencylab.results.Results;
import org.concurrencylab.results.ResultsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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
        assertThat(run(folder.resolve("none.json").toString())).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(
                        "lab: Cannot read " + folder.resolve("none.json") + ": there is no such file.\n");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void mergesSeveralRunsIntoOneReport() {
        assertThat(run(file("a.json", 0), file("b.json", 1), file("c.json", 2), "--out", merged()))
                .isZero();

        Results results = ResultsFile.read(Path.of(merged(), "results.json"));
        assertThat(results.rounds()).isEqualTo(3);
        assertThat(results.runs()).extracting(Results.Run::seed).containsExactly(20L, 21L, 22L);
        assertThat(Path.of(merged(), "summary.md")).content().contains("3 runs merged, started 2026-11-20T10:15:00Z");
        assertThat(Path.of(merged(), "report.html")).content().contains("over 3 rounds");
        assertThat(out.toString()).contains("merged     3 runs merged", merged());
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "cpu" : "AMD EPYC 7B13"      | "cpu" : "M3"              | its processor is M3, not AMD EPYC 7B13.
            "processors" : 2             | "processors" : 4          | its number of CPUs is 4, not 2.
            "memoryBytes" : 8589934592   | "memoryBytes" : 4294967296 | its memory in bytes is 4294967296, not 8589934592.
            "java" : "Temurin 25.0.3+9"  | "java" : "OpenJ9"         | its JDK is OpenJ9, not Temurin 25.0.3+9.
            "fsync" : "off"              | "fsync" : "on"            | its PostgreSQL's settings is
            "serviceCpus" : "0"          | "serviceCpus" : "1"       | its CPU set of the service is 1, not 0.
            "otherCpus" : "1"            | "otherCpus" : "0"         | its CPU set of database, sellers and generator is
            "ratePerSecond" : 2500.0     | "ratePerSecond" : 3000.0  | has other workloads than
            "title" : "Create, read, up  | "title" : "Create, up     | has other workloads than
            "sellerDelayMillis" : 200    | "sellerDelayMillis" : 300 | has other workloads than
            "measuredSeconds" : 4.0      | "measuredSeconds" : 8.0   | has other slices than
            "-Xmx512m"                   | "-Xmx256m"                | other flags than
            "workers" : 200              | "workers" : 100           | workers=100, not workers=200.
            """)
    void refusesToMergeRunsOfDifferentMachinesLoadsOrSettings(String here, String there, String why)
            throws IOException {
        String one = file("a.json", 0);
        String other = changed(file("b.json", 1), here, there);

        assertThat(run(one, other, "--out", merged())).isEqualTo(2);

        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("lab: " + other)
                .contains(why);
        assertThat(Path.of(merged())).doesNotExist();
    }

    @Test
    void refusesToMergeRunsOfDifferentContenders() throws IOException {
        String other = file("b.json", 1);
        Files.writeString(Path.of(other), Files.readString(Path.of(other)).replace("\"virtual\"", "\"sync\""));

        assertThat(run(file("a.json", 0), other, "--out", merged())).isEqualTo(2);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains("compares other contenders", "threads, sync, reactive, not threads, virtual, reactive.");
    }

    @Test
    void refusesTheSameRunTwice() {
        assertThat(run(file("a.json", 0), file("copy.json", 0), "--out", merged()))
                .isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("hold the same run");
        assertThat(Path.of(merged())).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void refusesAFileThatIsNoneOfThisFormat(String content, String why) throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), content);

        assertThat(run(file("a.json", 0), broken.toString(), "--out", merged())).isEqualTo(2);

        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("lab: " + broken)
                .contains(why);
        assertThat(Path.of(merged())).doesNotExist();
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("", "is empty."),
                Arguments.of("{\"format\": \"concurrency-lab/res", "is cut off or not JSON"),
                Arguments.of("{\"name\": \"package\"}", "is not a results.json of the lab"),
                Arguments.of(
                        "{\"format\": \"concurrency-lab/results/2\"}",
                        "has the format concurrency-lab/results/2; this version of the lab reads " + Results.FORMAT));
    }

    @Test
    void overwritesNothing() throws IOException {
        Path old = Files.writeString(folder.resolve("summary.md"), "old");

        assertThat(run(file("a.json", 0), file("b.json", 1), "--out", folder.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--out needs a new or an empty folder");
        assertThat(old).hasContent("old");
    }

    @Test
    void holdsRunsAfterAChangeAgainstThoseBeforeIt() {
        assertThat(run(
                        "--before",
                        file("a.json", 0) + "," + file("b.json", 1),
                        "--after",
                        file("c.json", 2) + "," + file("d.json", 3),
                        "--out",
                        merged()))
                .isZero();

        assertThat(out.toString()).contains("after ÷ before (95 %)", "2 starts of the services before and 2 after");
        assertThat(Path.of(merged(), "summary.md")).content().contains("# Before and after");
        assertThat(Path.of(merged(), "report.html")).isNotEmptyFile();
        assertThat(Path.of(merged(), "results.json")).doesNotExist();
    }

    @Test
    void showsWhatElseChangedBetweenTheSides() throws IOException {
        String after = changed(file("b.json", 1), "\"-Xmx512m\"", "\"-Xmx256m\"");

        assertThat(run("--before", file("a.json", 0), "--after", after)).isZero();
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains("Only one start of the services on a side", "other flags than", "-Xmx256m, not -Xmx512m");
    }

    @Test
    void refusesSidesOfDifferentMachinesOrTheSameRunOnBoth() throws IOException {
        String one = file("a.json", 0);

        assertThat(run(
                        "--before",
                        one,
                        "--after",
                        changed(file("b.json", 1), "\"processors\" : 2", "\"processors\" : 8")))
                .isEqualTo(2);
        assertThat(run("--before", one, "--after", one)).isEqualTo(2);
        assertThat(err.toString().lines())
                .satisfiesExactly(
                        machine -> assertThat(machine).contains("was measured on another machine"),
                        twice -> assertThat(twice).contains("a.json is given twice"));
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void takesFilesOrTwoSides() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("--before", "a.json")).isEqualTo(2);
        assertThat(run("c.json", "--before", "a.json", "--after", "b.json")).isEqualTo(2);
    }

    private String merged() {
        return folder.resolve("merged").toString();
    }

    private String file(String name, int run) {
        Path file = folder.resolve(name);
        ResultsFile.write(file, SampleRuns.numbered(run, SampleResults.build()));
        return file.toString();
    }

    private static String changed(String file, String here, String there) throws IOException {
        String text = Files.readString(Path.of(file));
        assertThat(text).contains(here);
        int place = text.indexOf(here);
        Files.writeString(Path.of(file), text.substring(0, place) + there + text.substring(place + here.length()));
        return file;
    }

    private int run(String... arguments) {
        return new CommandLine(new ReportCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
