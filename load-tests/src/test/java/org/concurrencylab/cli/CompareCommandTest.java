package org.concurrencylab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.concurrencylab.environment.OwnRuns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CompareCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<ProcessHandle> childrenBefore = children();

    @AfterEach
    void startedNothing() {
        assertThat(OwnRuns.folders()).isEmpty();
        assertThat(children()).isEqualTo(childrenBefore);
        assertThat(out.toString()).doesNotContain("starting", "started");
    }

    @Test
    void unknownContenderIsBadUsage() {
        assertThat(run("--contenders", "threads,fibres")).isEqualTo(2);
        assertThat(sentence())
                .isEqualTo("lab: There is no contender \"fibres\"; there are sync, threads, virtual and reactive,"
                        + " each also as NAME-driver, NAME-again and NAME-slower; see ./lab help compare.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", ",threads", "THREADS", "threads virtual"})
    void contenderWithoutAKnownNameIsBadUsage(String contenders) {
        assertThat(run("--contenders", contenders)).isEqualTo(2);
        assertThat(sentence()).startsWith("lab: ").contains("contender");
    }

    @Test
    void contenderNamedTwiceIsBadUsage() {
        assertThat(run("--contenders", "threads,virtual,threads")).isEqualTo(2);
        assertThat(sentence()).isEqualTo("lab: --contenders names one of them twice; see ./lab help compare.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            --targets a                            | 'a' is no target such as threads=http://localhost:8081
            --targets =http://localhost:1          | is no target such as
            --targets a=localhost:1                | 'localhost:1' is no base URL
            --targets a=http://b:1@ftp://b:2       | 'ftp://b:2' is no base URL
            --targets a=http://b:1,a=http://b:2    | --targets gives two services one name
            --targets a=http://b:1 --full          | --targets and --full cannot go together
            --targets a=http://b:1 --contenders b  | --targets and --contenders cannot go together
            --sellers http://localhost:1           | --sellers needs --targets
            --unchecked                            | --unchecked needs --targets
            """)
    void targetsThatCannotBeMeantAreBadUsage(String arguments, String sentence) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(sentence()).contains(sentence).endsWith("; see ./lab help compare.");
    }

    @Test
    void quickAndFullTogetherAreBadUsage() {
        assertThat(run("--quick", "--full")).isEqualTo(2);
        assertThat(sentence()).startsWith("lab: --").contains("--quick", "--full", "mutually exclusive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--frobnicate", "--seed=x", "--seed=1.5", "--out", "surplus"})
    void otherBadUsageIsOneSentence(String argument) {
        assertThat(run(argument)).isEqualTo(2);
        assertThat(sentence()).startsWith("lab: ").endsWith("; see ./lab help compare.");
    }

    @Test
    void fileForAFolderIsBadUsageAndStaysAsItWas() throws Exception {
        Path file = Files.writeString(folder.resolve("results.json"), "mine");

        assertThat(run("--out", file.toString())).isEqualTo(2);
        assertThat(sentence())
                .isEqualTo("lab: --out needs a folder, and " + file + " is a file; see ./lab help compare.");
        assertThat(file).hasContent("mine");
    }

    @Test
    void folderWithFilesIsBadUsageAndStaysAsItWas() throws Exception {
        Files.writeString(folder.resolve("results.json"), "mine");

        assertThat(run("--out", folder.toString())).isEqualTo(2);
        assertThat(sentence())
                .isEqualTo("lab: --out needs a new or an empty folder, and " + folder
                        + " holds files; see ./lab help compare.");
        assertThat(folder.resolve("results.json")).hasContent("mine");
        try (Stream<Path> entries = Files.list(folder)) {
            assertThat(entries).hasSize(1);
        }
    }

    @Test
    void folderThatCannotBeMadeIsAFailureBeforeAnythingStarts() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(run("--out", file.resolve("results").toString())).isEqualTo(1);
        assertThat(sentence()).startsWith("lab: Results cannot be written to " + file.resolve("results") + ": ");
    }

    private int run(String... arguments) {
        CommandLine lab = Lab.commandLine();
        lab.setOut(new PrintWriter(out, true));
        lab.setErr(new PrintWriter(err, true));
        return lab.execute(
                Stream.concat(Stream.of("compare"), Stream.of(arguments)).toArray(String[]::new));
    }

    private String sentence() {
        assertThat(err.toString()).hasLineCount(1);
        return err.toString().strip();
    }

    private static List<ProcessHandle> children() {
        return ProcessHandle.current().descendants().toList();
    }
}
