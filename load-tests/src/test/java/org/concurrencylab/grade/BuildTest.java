package org.concurrencylab.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildTest {

    private static final Path PROJECT = Path.of("/somewhere/submission");

    @Test
    void namesFileAndLineOfTheFirstCompilerError() {
        Lack lack = Build.lack(
                PROJECT,
                List.of(
                        "[INFO] Compiling 30 source files",
                        "[ERROR] COMPILATION ERROR : ",
                        "[ERROR] /somewhere/submission/blocking-service/src/main/java/A.java:[12,5] ';' expected",
                        "[ERROR] /somewhere/submission/blocking-service/src/main/java/B.java:[1,1] cannot find symbol"),
                "BUILD FAILURE");

        assertThat(lack.reason())
                .isEqualTo("It does not compile: blocking-service/src/main/java/A.java, line 12: ';' expected");
        assertThat(lack.file()).isEqualTo("blocking-service/src/main/java/A.java");
        assertThat(lack.line()).isEqualTo(12);
    }

    @Test
    void takesAWarningThatBreaksTheBuildForAnError() {
        Lack lack = Build.lack(
                PROJECT, List.of("[WARNING] /somewhere/submission/A.java:[3,9] [deprecation] old() is deprecated"), "");

        assertThat(lack.reason()).endsWith("A.java, line 3: [deprecation] old() is deprecated");
    }

    @Test
    void saysWhatMavenSaysWhenItWasNotTheCompiler() {
        assertThat(Build.lack(PROJECT, List.of("[ERROR] disk full"), "[ERROR] disk full"))
                .extracting(Lack::reason, Lack::file)
                .containsExactly("It does not build: [ERROR] disk full", "");
    }
}
