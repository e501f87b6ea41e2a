package org.concurrencylab.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.concurrencylab.environment.LabHome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandoutTest {

    @TempDir
    private static Path folder;

    private static final Path HOME = LabHome.find();

    @BeforeAll
    static void handOut() {
        new Handout(HOME, Assignments.all()).write(folder);
    }

    @Test
    void noFileOfASolutionOrAWrongOneIsInIt() throws IOException {
        Path assignments = HOME.resolve("assignments");
        List<String> kept = texts(assignments, path -> {
            Path file = assignments.relativize(path);
            return file.getNameCount() > 2
                    && Set.of("solution", "wrong").contains(file.getName(1).toString());
        });

        assertThat(kept).isNotEmpty();
        assertThat(texts(folder, path -> path.toString().matches(".*\\.(java|properties)")))
                .doesNotContainAnyElementsOf(kept);
        assertThat(folder.resolve("assignments/INSTRUCTORS.md")).doesNotExist();
    }

    @Test
    void everyAssignmentIsAtItsStart() throws IOException {
        for (Assignment assignment : Assignments.all()) {
            Path start =
                    HOME.resolve("assignments").resolve(assignment.folder()).resolve(Expected.START);
            assertThat(folder.resolve("assignments")
                            .resolve(assignment.folder())
                            .resolve("README.md"))
                    .exists();
            if (!Files.exists(start)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(start)) {
                assertThat(files.filter(Files::isRegularFile))
                        .allSatisfy(file -> assertThat(folder.resolve(start.relativize(file)))
                                .hasSameTextualContentAs(file));
            }
        }
    }

    @Test
    void itsHistoryIsOneCommit() throws Exception {
        Process git = new ProcessBuilder("git", "rev-list", "--count", "--all")
                .directory(folder.toFile())
                .start();

        assertThat(new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("1\n");
    }

    @Test
    void whatIsNeededToWorkOnItIsThere() {
        assertThat(folder.resolve("lab")).isExecutable();
        assertThat(folder.resolve("assignments/README.md")).exists();
        assertThat(folder.resolve("blocking-service/pom.xml")).exists();
        assertThat(folder.resolve("load-tests/src/main/java/org/concurrencylab/grade/Grader.java"))
                .exists();
        assertThat(folder.resolve("load-tests/target")).doesNotExist();
    }

    private static List<String> texts(Path root, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(wanted)
                    .map(HandoutTest::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
