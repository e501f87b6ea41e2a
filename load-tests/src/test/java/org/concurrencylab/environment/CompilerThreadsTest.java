package org.concurrencylab.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class CompilerThreadsTest {

    private Process jvm;
    private Process shell;

    @BeforeEach
    void start() throws IOException {
        jvm = new ProcessBuilder(Jvm.executable(), "-cp", Jvm.classPath(), WaitsForInput.class.getName()).start();
        shell = new ProcessBuilder("cat").start();
        assertThat(jvm.getInputStream().read()).isEqualTo('r');
    }

    @AfterEach
    void end() {
        jvm.destroyForcibly();
        shell.destroyForcibly();
    }

    @Test
    void countsTheCompilersTimeAsAPartOfTheProcess() {
        ProcessReading reading = ProcessSampler.ofThisMachine().read(jvm.pid());

        // The whole is counted in ticks of 10 ms.
        assertThat(reading.compilerMillis()).isPositive().isLessThan(reading.cpuMillis() + 20);
    }

    @Test
    void knowsNothingOfAProcessThatHasNoCompiler() {
        assertThat(ProcessSampler.ofThisMachine().read(shell.pid()).compilerMillis())
                .isNull();
    }

    /** Says "r", then waits. */
    static final class WaitsForInput {
        public static void main(String[] arguments) throws IOException {
            System.out.print("r");
            System.out.flush();
            System.in.read();
        }
    }
}
