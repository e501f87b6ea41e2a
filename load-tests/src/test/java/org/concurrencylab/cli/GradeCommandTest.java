package org.concurrencylab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.concurrencylab.environment.LabHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class GradeCommandTest {

    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void gradingNothingNamesTheAssignmentsThereAre() {
        assertThat(run("grade")).isEqualTo(2);
        assertSentence("which assignment? There are 1, 2, 3, 4, 5, 6, 7, 8, 9 and 10; see ./lab help grade.");
    }

    @Test
    void anAssignmentThatIsNotThereIsOneSentence() {
        assertThat(run("grade", "99")).isEqualTo(2);
        assertSentence("there is no assignment 99, only 1, 2, 3, 4, 5, 6, 7, 8, 9 and 10;");
    }

    @Test
    void aNumberThatIsNoneIsOneSentence() {
        assertThat(run("grade", "eight")).isEqualTo(2);
        assertSentence("eight");
    }

    @Test
    void aSubmissionThatIsNoCopyOfTheRepositoryIsOneSentence() {
        assertThat(run("grade", "8", "--submission", folder.toString())).isEqualTo(2);
        assertSentence("--submission needs a copy of the repository, and " + folder + " has no api-contract/src/main");
    }

    @Test
    void aFolderForTheJsonIsOneSentence() {
        assertThat(run("grade", "8", "--json", folder.toString())).isEqualTo(2);
        assertSentence("--json needs a file, and " + folder + " is a folder");
    }

    @Test
    void optionsOfTheSelfTestAreRefusedWithoutIt() {
        assertThat(run("grade", "8", "--times", "20")).isEqualTo(2);
        assertSentence("--cases, --times and --at-once go with --self-test");
    }

    @ParameterizedTest
    @CsvSource({"--times, 0, 100", "--times, 101, 100", "--at-once, 0, 8", "--at-once, 9, 8"})
    void countsOutOfBoundsAreOneSentence(String option, String count, String most) {
        assertThat(run("grade", "8", "--self-test", option, count)).isEqualTo(2);
        assertSentence(option + " takes a whole number from 1 to " + most);
    }

    @Test
    void aCaseThatIsNotThereIsOneSentence() {
        assumeThat(LabHome.find().resolve("assignments/08-lost-update/expected.properties"))
                .as("a hand-out has no cases")
                .exists();
        assertThat(run("grade", "8", "--self-test", "--cases", "start,end")).isEqualTo(1);
        assertSentence("There is no case \"end\" to be graded; there are start, solution, ");
    }

    @Test
    void aHandoutOverOtherFilesIsOneSentence() throws IOException {
        Files.createFile(folder.resolve("mine"));

        assertThat(run("handout", folder.toString())).isEqualTo(2);
        assertSentence("the hand-out needs a new or an empty folder, and " + folder + " holds files");
    }

    @Test
    void aHandoutIntoAFileIsOneSentence() throws IOException {
        Path file = Files.createFile(folder.resolve("mine"));

        assertThat(run("handout", file.toString())).isEqualTo(2);
        assertSentence("the hand-out needs a folder, and " + file + " is none");
    }

    @Test
    void aHandoutIntoTheRepositoryIsOneSentence() {
        assertThat(run("handout", LabHome.find().resolve("students").toString()))
                .isEqualTo(2);
        assertSentence("the hand-out needs a folder outside of this repository");
    }

    private void assertSentence(String words) {
        assertThat(err.toString().lines()).singleElement().asString().contains(words);
    }

    private int run(String... arguments) {
        CommandLine lab = Lab.commandLine();
        lab.setOut(new PrintWriter(new StringWriter(), true));
        lab.setErr(new PrintWriter(err, true));
        return lab.execute(arguments);
    }
}
