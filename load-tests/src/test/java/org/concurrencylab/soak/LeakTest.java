package org.concurrencylab.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.concurrencylab.environment.Jvm;
import org.concurrencylab.environment.LiveHeap;
import org.concurrencylab.environment.OpenFiles;
import org.concurrencylab.environment.ProcessReading;
import org.concurrencylab.environment.ProcessSampler;
import org.junit.jupiter.api.Test;

/** Real processes, read as those of a soak are. */
class LeakTest {

    private static final int READINGS = 11;
    private static final int LINES_PER_READING = 3;

    @Test
    void aProcessThatKeepsMemoryThreadsAndFilesIsSaidToGrow() throws IOException {
        assertThat(grown("leak")).contains(Quantity.HEAP, Quantity.THREADS, Quantity.DESCRIPTORS);
    }

    @Test
    void oneThatGivesThemBackIsNot() throws IOException {
        assertThat(grown("give back")).doesNotContain(Quantity.HEAP, Quantity.THREADS, Quantity.DESCRIPTORS);
    }

    private static List<Quantity> grown(String mode) throws IOException {
        Process process = new ProcessBuilder(
                        Jvm.executable(), "-Xmx128m", "-cp", Jvm.classPath(), Leaky.class.getName(), mode)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader answers = process.inputReader()) {
            List<Reading> readings = new ArrayList<>();
            for (int number = 0; number < READINGS; number++) {
                for (int line = 0; line < LINES_PER_READING; line++) {
                    process.outputWriter().write("once more\n");
                    process.outputWriter().flush();
                    assertThat(answers.readLine()).isEqualTo("done");
                }
                readings.add(reading(number, process.pid()));
            }
            return Judge.judge(Map.of("process", readings)).stream()
                    .filter(Growth::grows)
                    .map(Growth::quantity)
                    .toList();
        } finally {
            process.destroyForcibly();
        }
    }

    private static Reading reading(int number, long pid) {
        ProcessReading process = ProcessSampler.ofThisMachine().read(pid);
        return new Reading(
                number,
                process.rssBytes().doubleValue(),
                (double) LiveHeap.bytes(pid).orElseThrow(),
                process.threads().doubleValue(),
                null,
                OpenFiles.of(pid).isPresent() ? (double) OpenFiles.of(pid).getAsInt() : null,
                1.0,
                1.0,
                1,
                Map.of());
    }
}
