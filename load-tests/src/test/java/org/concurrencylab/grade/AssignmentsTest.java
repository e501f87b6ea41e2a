package org.concurrencylab.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.concurrencylab.environment.LabHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AssignmentsTest {

    private static final Path HOME = LabHome.find();

    static List<String> folders() {
        return Assignments.all().stream().map(Assignment::folder).toList();
    }

    @Test
    void everyFolderHasAGrader() throws IOException {
        try (Stream<Path> entries = Files.list(HOME.resolve("assignments"))) {
            assertThat(entries.filter(Files::isDirectory))
                    .extracting(folder -> folder.getFileName().toString())
                    .containsExactlyInAnyOrderElementsOf(folders());
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void eachTellsItsIdeaAndBringsAtLeastTwoWrongSolutions(String folder) throws IOException {
        Path path = HOME.resolve("assignments").resolve(folder);

        assertThat(path.resolve("README.md"))
                .content()
                .contains("## The idea", "## What to build", "## What you should see", "## How it is graded")
                .containsPattern("claim C\\d+");
        assertThat(Expected.of(path))
                .extracting(Expected::name)
                .startsWith(Expected.START, Expected.SOLUTION)
                .hasSizeGreaterThanOrEqualTo(4);
    }

    /** Whose start is a part of the repository, broken. */
    static List<String> broken() {
        return folders().stream()
                .filter(folder ->
                        !Expected.isTheRepository(HOME.resolve("assignments").resolve(folder)))
                .toList();
    }

    /** Whose start is the repository as it is. */
    static List<String> extending() {
        return folders().stream().filter(folder -> !broken().contains(folder)).toList();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void whatIsLaidOverReplacesFilesThatTheRepositoryOrTheSolutionHas(String folder) throws IOException {
        Path path = HOME.resolve("assignments").resolve(folder);
        Path solution = path.resolve(Expected.SOLUTION);
        for (Expected expected : Expected.of(path)) {
            for (Path overlay : expected.overlays()) {
                assertThat(files(overlay))
                        .isNotEmpty()
                        .allSatisfy(file -> assertThat(List.of(HOME.resolve(file), solution.resolve(file)))
                                .anyMatch(Files::exists));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("extending")
    void whatExtendsTheRepositoryHoldsNoFileThatStaysAsItIs(String folder) throws IOException {
        Path path = HOME.resolve("assignments").resolve(folder);
        Path solution = path.resolve(Expected.SOLUTION);
        for (Expected expected : Expected.of(path)) {
            for (Path overlay : expected.overlays()) {
                Path below = overlay.equals(solution) ? HOME : solution;
                for (String file : files(overlay)) {
                    assertThat(overlay.resolve(file)).content().isNotEqualTo(text(below.resolve(file)));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("broken")
    void theSolutionIsWhatTheRepositoryHas(String folder) throws IOException {
        Path assignment = HOME.resolve("assignments").resolve(folder);
        Path solution = assignment.resolve(Expected.SOLUTION);

        for (String file : files(solution)) {
            assertThat(solution.resolve(file)).hasSameTextualContentAs(HOME.resolve(file));
        }
        assertThat(files(assignment.resolve(Expected.START)).stream().filter(file -> file.contains("/src/main/")))
                .containsExactlyInAnyOrderElementsOf(files(solution));
    }

    /** So that a student who takes the lines away has the repository's own checks. */
    @ParameterizedTest
    @MethodSource("broken")
    void theTestsOfAStartAreTheRepositorysButForTheLinesThatDisableThem(String folder) throws IOException {
        Path start = HOME.resolve("assignments").resolve(folder).resolve(Expected.START);
        String number = String.valueOf(Integer.parseInt(folder.substring(0, 2)));
        String disabled =
                "@Disabled(\"Assignment " + number + " begins with this line: take it away, and mend what fails\")";
        for (String file : files(start).stream()
                .filter(file -> file.contains("/src/test/"))
                .toList()) {
            List<String> lines = Files.readAllLines(start.resolve(file));
            List<String> enabled = lines.stream()
                    .filter(line -> !line.strip().equals(disabled))
                    .filter(line -> !line.equals("import org.junit.jupiter.api.Disabled;"))
                    .toList();

            assertThat(lines.size()).as(file).isGreaterThan(enabled.size());
            assertThat(enabled).as(file).isEqualTo(Files.readAllLines(HOME.resolve(file)));
        }
    }

    @Test
    void noTwoStartsTouchTheSameFile() throws IOException {
        List<String> all = new ArrayList<>();
        for (String folder : broken()) {
            all.addAll(files(HOME.resolve("assignments").resolve(folder).resolve(Expected.START)));
        }
        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void aStartMustBeToldItsHintAndAWrongSolutionItsReason() {
        Expected start = new Expected("start", List.of(), Optional.of("look there"));
        Expected wrong = new Expected("sleeps", List.of(), Optional.of("too late"));
        Grade grade = grade(new Lack("It comes too late.", "You could look there."));

        assertThat(start.objection(grade)).isEmpty();
        assertThat(wrong.objection(grade)).isEmpty();
        assertThat(wrong.objection(grade(new Lack("It is empty.", "too late"))))
                .contains("should be told \"too late\", but is told: It is empty.");
        assertThat(start.objection(grade(null))).contains("should not pass");
    }

    @Test
    void aSolutionMustPass() {
        Expected solution = new Expected("solution", List.of(), Optional.empty());

        assertThat(solution.objection(grade(null))).isEmpty();
        assertThat(solution.objection(grade(new Lack("It is empty.", "Look."))))
                .contains("should pass, but: It is empty.");
    }

    private static Grade grade(Lack lack) {
        return new Grade("01-any", List.of(new Mark("all", 100, Optional.ofNullable(lack))), 1);
    }

    /** Nothing when there is no such file. */
    private static String text(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
