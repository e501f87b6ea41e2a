package org.concurrencylab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
    private FakeMachine machine;

    @BeforeEach
    void startFromAMachineWithoutTools(@TempDir Path folder) throws IOException {
        machine = new FakeMachine(folder);
    }

    @Nested
    class FindingAJdk {
        @BeforeEach
        void haveMaven() throws IOException {
            machine.maven("3.8.7");
        }

        @Test
        void takesTheNewestOfAllFolders() throws Exception {
            machine.jdk(17);
            Path newest = machine.jdk(25);
            machine.jdk(21);
            machine.set("JAVA_HOME", machine.jdkAt(machine.home.resolve("own"), 22));

            assertThat(machine.lab().out()).contains(Outcome.startOf(newest));
        }

        @Test
        void takesJavaHomeWhenItIsTheNewest() throws Exception {
            machine.jdk(25);
            Path own = machine.jdkAt(machine.home.resolve("own"), 26);
            machine.set("JAVA_HOME", own);

            assertThat(machine.lab().out()).contains(Outcome.startOf(own));
        }

        @Test
        void findsTheHomeOfALinkedJavaOnThePath() throws Exception {
            machine.jdk(21);
            Path own = machine.jdkAt(machine.home.resolve("own"), 25);
            Files.createSymbolicLink(machine.path.resolve("java"), own.resolve("bin/java"));

            assertThat(machine.lab().out()).contains(Outcome.startOf(own));
        }

        @Test
        void passesOverARuntimeWithoutCompiler() throws Exception {
            Path jdk = machine.jdk(21);
            Files.delete(machine.jdk(25).resolve("bin/javac"));

            assertThat(machine.lab().out()).contains(Outcome.startOf(jdk));
        }

        @Test
        void asksJavaItselfWhereTheReleaseFileIsMissing() throws Exception {
            machine.jdk(21);
            Path newest = machine.jdk(25);
            Files.delete(newest.resolve("release"));

            assertThat(machine.lab().out()).contains(Outcome.startOf(newest));
        }

        @Test
        void saysInOneSentenceThatOnlyAnOlderOneIsThere() throws Exception {
            Path old = machine.jdk(17);

            Outcome outcome = machine.lab("compare");

            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.err())
                    .containsExactly("lab: needs a JDK 21 or newer (the newest found is 17 in " + old
                            + "): install one with your package manager or SDKMAN, or point JAVA_HOME at it.");
            assertThat(outcome.out()).isEmpty();
        }

        @Test
        void silencesWarningsOnlyOnJvmsThatKnowTheOption() throws Exception {
            machine.jdk(21);
            assertThat(machine.lab().out()).doesNotContain("--sun-misc-unsafe-memory-access=allow");

            machine.jdk(25);
            assertThat(machine.lab().out()).contains("--sun-misc-unsafe-memory-access=allow");
        }
    }

    @Nested
    class FindingMaven {
        @BeforeEach
        void haveAJdk() throws IOException {
            machine.jdk(25);
        }

        @Test
        void saysInOneSentenceThatItIsMissing() throws Exception {
            Outcome outcome = machine.lab("compare");

            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.err())
                    .containsExactly("lab: needs Maven 3.8.6 or newer (none found):"
                            + " install one with your package manager or SDKMAN.");
        }

        @Test
        void saysInOneSentenceThatItIsTooOld() throws Exception {
            machine.maven("3.6.3");

            Outcome outcome = machine.lab("compare");

            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.err()).singleElement().asString().contains("3.8.6 or newer (3.6.3 in ");
            assertThat(machine.mavenCalls()).isEmpty();
        }

        @Test
        void passesArgumentsOnExactly() throws Exception {
            machine.maven("3.10.0").lab("mvn", "-Dname=two words", "", "a*b", "$HOME");

            assertThat(machine.mavenCalls()).containsExactly(List.of("-Dname=two words", "", "a*b", "$HOME"));
        }

        @Test
        void fetchesANewerOneForDevModeOnce() throws Exception {
            machine.maven("3.8.7").lab("compare");
            assertThat(machine.mavenCalls()).hasSize(1);

            machine.lab("dev", "reactive");
            machine.lab("dev", "reactive");

            assertThat(machine.mavenCalls()).hasSize(2);
            assertThat(machine.mavenCalls().getLast())
                    .contains("-Dartifact=org.apache.maven:apache-maven:3.9.16:zip:bin");
            assertThat(machine.home.resolve(".cache/concurrency-lab/apache-maven-3.9.16/bin/mvn"))
                    .isExecutable();
        }

        @Test
        void usesAnInstalledNewerOneForDevMode() throws Exception {
            machine.maven("3.9.0").lab("dev", "reactive");

            assertThat(machine.mavenCalls()).hasSize(1);
            assertThat(machine.mavenCalls().getFirst()).contains("package");
        }
    }
}
