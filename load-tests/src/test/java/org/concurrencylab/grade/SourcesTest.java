package org.concurrencylab.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.LabHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {

    private static final long ENOUGH = 20_000_000;

    @TempDir
    private Path folder;

    @Test
    void anOverlayReplacesFilesOfItsNamesAndLeavesOthers() throws IOException {
        write("base/a/One.java", "old");
        write("base/a/Two.java", "stays");
        write("overlay/a/One.java", "new");

        Sources.copy(folder.resolve("overlay"), folder.resolve("base"));

        assertThat(folder.resolve("base/a/One.java")).hasContent("new");
        assertThat(folder.resolve("base/a/Two.java")).hasContent("stays");
    }

    @Test
    void aSubmissionBringsItsSourcesAndNeitherBuildFilesNorTests() throws IOException {
        submission();
        write("submission/blocking-service/src/main/java/Mine.java", "class Mine {}");
        write("submission/pom.xml", "<project/>");
        write("submission/blocking-service/src/test/java/MyTest.java", "class MyTest {}");
        write("submission/api-contract/src/test/java/MyContract.java", "class MyContract {}");
        Path project = folder.resolve("project");

        Sources.assemble(LabHome.find(), folder.resolve("submission"), project, ENOUGH);

        assertThat(project.resolve("blocking-service/src/main/java/Mine.java")).exists();
        assertThat(project.resolve("pom.xml"))
                .hasSameTextualContentAs(LabHome.find().resolve("pom.xml"));
        assertThat(project.resolve("blocking-service/src/test")).doesNotExist();
        assertThat(project.resolve("api-contract/src/test/java/org")).isDirectory();
        assertThat(project.resolve("api-contract/src/test/java/MyContract.java"))
                .doesNotExist();
    }

    @Test
    void aLinkOutOfTheSubmissionIsRefused() throws IOException {
        submission();
        Files.createSymbolicLink(
                folder.resolve("submission/reactive-service/src/main/passwords"), Path.of("/etc/passwd"));

        assertThatThrownBy(() -> assemble(ENOUGH))
                .isInstanceOf(LabFailure.class)
                .hasMessage("passwords is no ordinary file; a submission holds no links.");
    }

    @Test
    void aClassThatWouldRunInTheBuildIsRefused() throws IOException {
        submission();
        write("submission/api-contract/src/main/resources/META-INF/services/com.sun.source.util.Plugin", "Mine");

        assertThatThrownBy(() -> assemble(ENOUGH))
                .isInstanceOf(LabFailure.class)
                .hasMessage("META-INF/services/com.sun.source.util.Plugin names classes that would run in the build;"
                        + " a submission names none.");
    }

    @Test
    void aFileThatAnAssignmentAsksForComesAlongIfItIsThere() throws IOException {
        write("submission/assignments/05/answers.properties", "a=1");
        Files.createSymbolicLink(folder.resolve("submission/link"), folder.resolve("submission/assignments"));
        Path project = folder.resolve("project");

        Sources.copyFiles(
                List.of("assignments/05/answers.properties", "assignments/01/answers.properties"),
                folder.resolve("submission"),
                project,
                ENOUGH);

        assertThat(project.resolve("assignments/05/answers.properties")).hasContent("a=1");
        assertThat(project.resolve("assignments/01")).doesNotExist();
        assertThatThrownBy(() -> Sources.copyFiles(List.of("link"), folder.resolve("submission"), project, ENOUGH))
                .isInstanceOf(LabFailure.class)
                .hasMessage("link is no ordinary file; a submission holds no links.");
    }

    @Test
    void aSubmissionThatIsTooLargeIsRefused() throws IOException {
        submission();
        write("submission/reactive-service/src/main/large", "x".repeat(1_000_001));

        assertThatThrownBy(() -> assemble(1_000_000))
                .isInstanceOf(LabFailure.class)
                .hasMessage("The sources are larger than 1 MB.");
    }

    private void assemble(long mostBytes) {
        Path home = folder.resolve("home");
        Sources.copy(LabHome.find().resolve(".mvn"), home.resolve(".mvn"));
        for (String pom : new String[] {"", "api-contract/", "blocking-service/", "reactive-service/", "load-tests/"}) {
            Sources.copyFile(LabHome.find().resolve(pom + "pom.xml"), home.resolve(pom + "pom.xml"));
        }
        try {
            Files.createDirectories(home.resolve("api-contract/src/test"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Sources.assemble(home, folder.resolve("submission"), folder.resolve("project"), mostBytes);
    }

    private void submission() throws IOException {
        for (String sources : Sources.SUBMITTED) {
            Files.createDirectories(folder.resolve("submission").resolve(sources));
        }
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
