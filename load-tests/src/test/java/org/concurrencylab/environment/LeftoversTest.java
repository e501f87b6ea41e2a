package org.concurrencylab.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path base;

    private Process owner;
    private long postmaster;
    private long sleeper;
    private Path folder;

    @BeforeEach
    void reusesTheUnpackedServer() throws IOException {
        TestRuns.shareBinaries(base);
    }

    @AfterEach
    void leavesNothing() {
        if (owner != null) {
            owner.destroyForcibly();
        }
        new Leftovers(base).reap();
    }

    @Test
    void reapsDatabaseAndProcessesOfARunnerOnlyOnceItIsKilled() throws Exception {
        startOwner(false);
        assertThat(new Leftovers(base).reap()).isEmpty();

        owner.destroyForcibly().waitFor();
        assertThat(isAlive(postmaster)).isTrue();
        assertThat(isAlive(sleeper)).isTrue();
        List<String> sentences = new Leftovers(base).reap();

        assertThat(sentences).hasSize(1).first().asString().contains("killed run", "2 processes");
        assertThat(isAlive(postmaster)).isFalse();
        assertThat(isAlive(sleeper)).isFalse();
        assertThat(folder).doesNotExist();
        assertThat(new Leftovers(base).reap()).isEmpty();
    }

    @Test
    void guardClearsUpAfterAKilledRunnerWithoutANewStart() throws Exception {
        startOwner(true);

        owner.destroyForcibly().waitFor();

        assertThat(Await.until(() -> !isAlive(postmaster) && !isAlive(sleeper) && !Files.exists(folder), PATIENCE))
                .isTrue();
    }

    @Test
    void runnerThatIsInterruptedClearsUpItselfAndExitsWith130() throws Exception {
        startOwner(true);

        new ProcessBuilder("sh", "-c", "kill -INT " + owner.pid()).start().waitFor();

        assertThat(owner.waitFor()).isEqualTo(130);
        assertThat(isAlive(postmaster)).isFalse();
        assertThat(isAlive(sleeper)).isFalse();
        assertThat(folder).doesNotExist();
    }

    @Test
    void neverTouchesARunOfItsOwnProcess() {
        try (Run run = Run.begin(base, base.resolve("logs"), false)) {
            LabProcess process = LabProcess.start(run, "sleeper", List.of("sleep", "60"), Map.of());

            assertThat(new Leftovers(base).reap()).isEmpty();

            assertThat(process.isAlive()).isTrue();
        }
    }

    @Test
    void doesNotKillAStrangerWhoGotTheNumberOfADeadPostmaster() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Path data = Files.createDirectories(Database.dataFolder(base.resolve("run-1-dead")));
            Files.writeString(data.resolve("postmaster.pid"), stranger.pid() + "\n" + data + "\n");

            assertThat(new Leftovers(base).reap()).hasSize(1);

            assertThat(stranger.isAlive()).isTrue();
            assertThat(data).doesNotExist();
        } finally {
            stranger.destroyForcibly();
        }
    }

    private void startOwner(boolean guarded) throws IOException {
        List<String> command = new ArrayList<>(honouringInterrupts());
        command.addAll(List.of(
                Jvm.executable(),
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=logback-lab.xml",
                "-cp",
                Jvm.classPath(),
                Victim.class.getName(),
                base.toString(),
                String.valueOf(guarded)));
        owner = new ProcessBuilder(command)
                .redirectError(base.resolve("victim.log").toFile())
                .start();
        BufferedReader output = owner.inputReader();
        String line = output.readLine();
        assertThat(line).as(Files.readString(base.resolve("victim.log"))).startsWith("ready ");
        String[] words = line.split(" ");
        postmaster = Long.parseLong(words[1]);
        sleeper = Long.parseLong(words[2]);
        folder = Path.of(words[3]);
    }

    /**
     * Whatever starts these tests in the background makes its children ignore SIGINT; a terminal's program does not.
     */
    private static List<String> honouringInterrupts() {
        List<String> command = List.of("env", "--default-signal=INT");
        try {
            Process trial = new ProcessBuilder("env", "--default-signal=INT", "true").start();
            return trial.waitFor() == 0 ? command : List.of();
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }
}
