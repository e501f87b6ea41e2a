package org.concurrencylab.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void whatAnotherRunUnpacksAtThisMomentIsNotTakenAway() throws Exception {
        Path shared = Files.createDirectory(folder.resolve("shared"));
        Path theirs = base("theirs", shared);
        Path ours = base("ours", shared);
        Process other = new ProcessBuilder(
                        Jvm.executable(), "-cp", Jvm.classPath(), Victim.class.getName(), theirs.toString(), "false")
                .redirectError(folder.resolve("other.log").toFile())
                .start();
        try {
            assertThat(Await.until(() -> isUnpacking(shared), PATIENCE)).isTrue();

            try (Run run = Run.begin(ours, ours.resolve("logs"), false)) {
                Database.start(run);
            }

            assertThat(other.inputReader().readLine())
                    .as(Files.readString(folder.resolve("other.log")))
                    .startsWith("ready ");
        } finally {
            other.destroyForcibly().waitFor();
            new Leftovers(theirs).reap();
        }
    }

    private Path base(String name, Path shared) throws IOException {
        Path base = Files.createDirectory(folder.resolve(name));
        Files.createSymbolicLink(base.resolve("postgresql-binaries"), shared);
        return base;
    }

    private static boolean isUnpacking(Path shared) {
        try (Stream<Path> entries = Files.list(shared)) {
            return entries.anyMatch(entry -> entry.getFileName().toString().startsWith("PG-"));
        } catch (IOException e) {
            return false;
        }
    }
}
