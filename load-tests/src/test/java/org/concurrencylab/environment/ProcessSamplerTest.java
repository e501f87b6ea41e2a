package org.concurrencylab.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.concurrencylab.environment.ProcessReading.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessSamplerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void readsABusyProcess(@TempDir Path base) {
        assumeTrue(ProcFiles.exist(), "needs /proc");
        ProcessSampler sampler = ProcessSampler.ofThisMachine();
        try (Run run = Run.begin(base, base.resolve("logs"), false)) {
            LabProcess busy = LabProcess.start(run, "busy", Busy.command(run), Map.of());
            assertThat(Await.until(() -> busy.output().contains("ready"), PATIENCE))
                    .isTrue();

            ProcessReading before = sampler.read(busy.pid());
            assertThat(Await.until(() -> sampler.read(busy.pid()).since(before).cpuMillis() >= 300, PATIENCE))
                    .isTrue();
            ProcessUse use = sampler.read(busy.pid()).since(before);

            assertThat(use.cpuMillis()).isBetween(300.0, 20_000.0);
            assertThat(use.voluntarySwitches()).isGreaterThan(300);
            assertThat(use.involuntarySwitches()).isNotNegative();
            assertThat(use.threads()).isGreaterThan(300);
            assertThat(use.rssBytes()).isBetween(10_000_000L, use.peakRssBytes());
            assertThat(sampler.cpuMillis(List.of(busy.pid()))).isGreaterThanOrEqualTo(before.cpuMillis());
        }
    }

    @Test
    void oshiAgreesOnWhatItKnows() {
        long self = ProcessHandle.current().pid();

        ProcessReading reading = new OshiProcessSampler().read(self);

        assertThat(reading.cpuMillis()).isPositive();
        assertThat(reading.rssBytes()).isGreaterThan(10_000_000);
        assertThat(reading.threads()).isGreaterThan(5);
        assertThat(reading.since(reading).voluntarySwitches()).isNull();
    }

    @Test
    void processThatIsGoneHasNoFigures() {
        assertThat(ProcessSampler.ofThisMachine().read(Integer.MAX_VALUE)).isEqualTo(ProcessReading.NOTHING);
    }

    @Test
    void countsEndedThreadsWhoseSwitchesAreLost() {
        ProcessReading before = reading(Map.of(1L, new Task(Double.NaN, 10, 1), 2L, new Task(Double.NaN, 100, 5)));
        ProcessReading after = reading(Map.of(1L, new Task(Double.NaN, 14, 1), 3L, new Task(Double.NaN, 7, 2)));

        ProcessUse use = after.since(before);

        assertThat(use.voluntarySwitches()).isEqualTo(4 + 7);
        assertThat(use.involuntarySwitches()).isEqualTo(2);
        assertThat(use.endedThreads()).isEqualTo(1);
    }

    @Test
    void addsUpWhatTheThreadsUsedUnlessOneOfThemEnded() {
        ProcessReading before =
                new ProcessReading(100.0, 0.0, 0L, 0L, 2, Map.of(1L, new Task(40.25, 0, 0), 2L, new Task(50.5, 0, 0)));
        ProcessReading after = new ProcessReading(
                110.0,
                0.0,
                0L,
                0L,
                3,
                Map.of(1L, new Task(41.5, 0, 0), 2L, new Task(50.5, 0, 0), 3L, new Task(2.5, 0, 0)));
        ProcessReading later =
                new ProcessReading(120.0, 0.0, 0L, 0L, 2, Map.of(1L, new Task(44, 0, 0), 2L, new Task(50.5, 0, 0)));

        assertThat(after.since(before).cpuMillis()).isEqualTo(1.25 + 2.5);
        assertThat(later.since(after).cpuMillis()).as("in ticks").isEqualTo(10);
    }

    private static ProcessReading reading(Map<Long, Task> tasks) {
        return new ProcessReading(0.0, 0.0, 0L, 0L, 1, tasks);
    }
}
