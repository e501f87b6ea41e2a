package org.concurrencylab.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatientCompilerTest {

    /** The JVMs of tests are told to do without the second one. */
    private static final Map<String, String> BOTH_COMPILERS = Map.of("JDK_JAVA_OPTIONS", "");

    private static final String NO_CAPABILITY = "Name:\tjava\nCapEff:\t0000000000000000\n";
    private static final String NO_LIMIT_RAISED = "Limit Soft Hard Units\nMax nice priority         0       0       \n";
    /** In stat, counted from the one after the command name, whose number in the manual is 3. */
    private static final int NICE = 19 - 3;

    @Test
    void secondCompilerStepsBackOnlyWhileItsServiceStarts(@TempDir Path base) {
        assumeTrue(PatientCompiler.isPossible(), "needs Linux, renice and the right to use it");
        try (Run run = Run.begin(base, base.resolve("logs"), false)) {
            LabProcess jvm = LabProcess.start(run, "busy", Busy.command(run), BOTH_COMPILERS);
            List<Integer> first = new ArrayList<>();
            List<Integer> second = new ArrayList<>();

            boolean started = PatientCompiler.during(jvm.pid(), () -> {
                first.addAll(nice(jvm.pid(), CompilerThreads.FIRST));
                second.addAll(nice(jvm.pid(), CompilerThreads.SECOND));
                return Await.until(() -> jvm.output().contains("ready"), Duration.ofSeconds(20));
            });

            assertThat(started).isTrue();
            assertThat(first).isNotEmpty().containsOnly(0);
            assertThat(second).isNotEmpty().containsOnly(10);
            assertThat(nice(jvm.pid(), CompilerThreads.SECOND)).isNotEmpty().containsOnly(0);
        }
    }

    @Test
    void secondCompilerGetsItsShareBackWhenTheStartFails(@TempDir Path base) {
        assumeTrue(PatientCompiler.isPossible(), "needs Linux, renice and the right to use it");
        try (Run run = Run.begin(base, base.resolve("logs"), false)) {
            LabProcess jvm = LabProcess.start(run, "busy", Busy.command(run), BOTH_COMPILERS);

            assertThat(PatientCompiler.during(jvm.pid(), () -> false)).isFalse();

            assertThat(nice(jvm.pid(), CompilerThreads.SECOND)).isNotEmpty().containsOnly(0);
        }
    }

    @Test
    void sharesAreLeftToThoseWhoCannotGiveThemBack() {
        assertThat(PatientCompiler.isPossible(NO_CAPABILITY, NO_LIMIT_RAISED)).isFalse();
        assertThat(PatientCompiler.isPossible("", "")).isFalse();
    }

    @Test
    void rootAndWhoMayRaisePrioritiesCanGiveThemBack() {
        assertThat(PatientCompiler.isPossible("CapEff:\t000001fffeffffff\n", NO_LIMIT_RAISED))
                .isTrue();
        assertThat(PatientCompiler.isPossible(NO_CAPABILITY, "Max nice priority         20      40      \n"))
                .isTrue();
        assertThat(PatientCompiler.isPossible(NO_CAPABILITY, "Max nice priority         19      40      \n"))
                .isFalse();
        assertThat(PatientCompiler.isPossible(NO_CAPABILITY, "Max nice priority         unlimited unlimited \n"))
                .isTrue();
    }

    private static List<Integer> nice(long pid, String name) {
        return ProcFiles.numbersIn(pid + "/task").stream()
                .filter(thread -> ProcFiles.read(pid + "/task/" + thread + "/comm")
                        .orElse("")
                        .strip()
                        .equals(name))
                .map(thread -> ProcFiles.read(pid + "/task/" + thread + "/stat").orElseThrow())
                .map(stat -> Integer.valueOf(
                        stat.substring(stat.lastIndexOf(')') + 2).split(" ")[NICE]))
                .toList();
    }
}
