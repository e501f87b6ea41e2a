package org.concurrencylab.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.concurrencylab.environment.LabHome;
import org.concurrencylab.environment.OwnRuns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Submissions that do not get as far as their services; each is really built. */
class GraderTest {

    private static final String BOOK = "api-contract/src/main/java/org/concurrencylab/api/Book.java";
    private static final Assignment ANY = Assignments.all().getFirst();

    @TempDir
    private Path submission;

    @BeforeEach
    void submitTheRepository() {
        Sources.SUBMITTED.forEach(folder -> Sources.copy(LabHome.find().resolve(folder), submission.resolve(folder)));
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(OwnRuns.folders()).isEmpty();
        assertThat(ProcessHandle.current().descendants())
                .extracting(process -> process.info().commandLine().orElse(""))
                .noneMatch(command -> command.contains("maven"));
    }

    @Test
    void doesNotStartWhatDoesNotCompile() throws IOException {
        Path book = submission.resolve(BOOK);
        Files.writeString(book, Files.readString(book).replaceFirst("package org", "pakcage org"));

        Lack lack = onlyLack(Limits.USUAL);

        assertThat(lack.reason()).startsWith("It does not compile: " + BOOK + ", line 1: ");
        assertThat(lack.file()).isEqualTo(BOOK);
    }

    @Test
    void endsABuildThatTakesTooLong() {
        Limits usual = Limits.USUAL;
        Limits limits = new Limits(
                Duration.ofSeconds(1),
                usual.total(),
                usual.outputBytes(),
                usual.sourceBytes(),
                usual.processes(),
                usual.threads(),
                // Tests run beside others.
                1);

        assertThat(onlyLack(limits).reason()).isEqualTo("It was still building after 1 s.");
    }

    @Test
    void buildsNothingThatALinkLeadsTo() throws IOException {
        Files.createSymbolicLink(submission.resolve("api-contract/src/main/passwords"), Path.of("/etc/passwd"));

        assertThat(onlyLack(Limits.USUAL).reason())
                .isEqualTo("passwords is no ordinary file; a submission holds no links.");
    }

    private Lack onlyLack(Limits limits) {
        Grade grade = new Grader(LabHome.find(), limits, step -> {}).grade(ANY, submission);

        assertThat(grade.of()).isEqualTo(100);
        assertThat(grade.points()).isZero();
        assertThat(grade.lacks()).hasSize(1);
        return grade.lacks().getFirst();
    }
}
