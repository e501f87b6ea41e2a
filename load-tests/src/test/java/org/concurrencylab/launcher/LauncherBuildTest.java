package org.concurrencylab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherBuildTest {
    private FakeMachine machine;

    @BeforeEach
    void startFromAMachineWithTools(@TempDir Path folder) throws IOException {
        machine = new FakeMachine(folder);
        machine.jdk(25);
        machine.maven("3.8.7");
    }

    @Test
    void buildsOnceThenBecomesTheCommandLine() throws Exception {
        machine.lab("compare");
        Outcome outcome = machine.lab("compare", "--out", "two words", "");

        assertThat(machine.mavenCalls()).hasSize(1);
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("pid " + outcome.pid());
        assertThat(outcome.commandLineArguments()).containsExactly("compare", "--out", "two words", "");
    }

    @Test
    void rebuildsOnlyTheModuleThatChangedAndWithoutTheNetwork() throws Exception {
        buildAnHourAgo();
        FakeMachine.age(machine.source("reactive-service"), Duration.ZERO);

        machine.lab();

        assertThat(machine.mavenCalls().getLast())
                .containsSubsequence("--offline", "package")
                .containsSequence("-pl", "reactive-service", "-am");
    }

    @Test
    void rebuildsEverythingWhenTheContractChanged() throws Exception {
        buildAnHourAgo();
        FakeMachine.age(machine.source("api-contract"), Duration.ZERO);

        machine.lab();

        assertThat(machine.mavenCalls()).hasSize(2);
        assertThat(machine.mavenCalls().getLast()).doesNotContain("-pl");
    }

    @Test
    void rebuildsAfterASourceWasDeleted() throws Exception {
        buildAnHourAgo();
        Files.delete(machine.source("load-tests"));

        machine.lab();

        assertThat(machine.mavenCalls()).hasSize(2);
    }

    @Test
    void saysInOneSentenceThatTheBuildFailed() throws Exception {
        Files.createFile(machine.project.resolve("broken"));

        Outcome outcome = machine.lab("compare");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).hasSize(3).element(1).isEqualTo("[ERROR] Source.java:[1,1] broken");
        assertThat(outcome.err().getLast())
                .isEqualTo("lab: the build failed; all of its messages are in "
                        + machine.project.resolve("load-tests/target/lab-build.log") + ".");
        assertThat(machine.stamp).doesNotExist();
    }

    @Test
    void buildsOnceWhenStartedTwiceAtATime() throws Exception {
        Process one = machine.start(machine.project.resolve("lab"));
        Process other = machine.start(machine.project.resolve("lab"));

        assertThat(FakeMachine.finish(one).exitCode()).isZero();
        assertThat(FakeMachine.finish(other).exitCode()).isZero();
        assertThat(machine.mavenCalls()).hasSize(1);
    }

    @Test
    void takesOverTheLockOfAKilledBuild() throws Exception {
        Process dead = machine.start(machine.path.resolve("sh"), "-c", ":");
        FakeMachine.finish(dead);
        Files.createDirectories(machine.stamp.getParent());
        Files.writeString(machine.stamp.resolveSibling("lab.lock"), dead.pid() + "\n");

        assertThat(machine.lab().exitCode()).isZero();
        assertThat(machine.stamp.resolveSibling("lab.lock")).doesNotExist();
    }

    @Test
    void waitsForAMavenWhoseLauncherWasKilled() throws Exception {
        Process maven = machine.start(machine.path.resolve("sh"), "-c", "read line");
        Process dead = machine.start(machine.path.resolve("sh"), "-c", ":");
        FakeMachine.finish(dead);
        Files.createDirectories(machine.stamp.getParent());
        Files.writeString(machine.stamp.resolveSibling("lab.lock"), dead.pid() + " " + maven.pid() + "\n");

        Process waiting = machine.start(machine.project.resolve("lab"));
        assertThat(waiting.errorReader().readLine()).contains("waiting for the build");
        assertThat(machine.mavenCalls()).isEmpty();
        maven.getOutputStream().close();

        assertThat(waiting.waitFor()).isZero();
        assertThat(machine.mavenCalls()).hasSize(1);
    }

    @Test
    void rebuildsWhenALibraryIsGone() throws Exception {
        buildAnHourAgo();
        Files.writeString(machine.stamp.resolveSibling("classpath"), "/nonexistent/library.jar\n");

        machine.lab();

        assertThat(machine.mavenCalls()).hasSize(2);
    }

    @Test
    void refusesToWaitForItsOwnTests() throws Exception {
        assertThat(machine.set("LAB_TESTING", "yes").lab("test").exitCode()).isEqualTo(1);
    }

    @Test
    void verifiesEveryModuleAndPassesOnTheExitCode() throws Exception {
        assertThat(machine.lab("test").exitCode()).isZero();
        assertThat(machine.mavenCalls().getLast()).endsWith("verify").doesNotContain("-pl", "-q");

        Files.createFile(machine.project.resolve("broken"));
        assertThat(machine.lab("test").exitCode()).isEqualTo(7);
    }

    @Test
    void worksThroughASymbolicLink() throws Exception {
        Path link = Files.createSymbolicLink(machine.path.resolve("clab"), Path.of("../the project/lab"));

        Outcome outcome = FakeMachine.finish(machine.start(link, "help"));

        assertThat(outcome.commandLineArguments()).containsExactly("help");
    }

    private void buildAnHourAgo() throws Exception {
        machine.lab();
        FakeMachine.age(machine.stamp, Duration.ofHours(1));
    }
}
