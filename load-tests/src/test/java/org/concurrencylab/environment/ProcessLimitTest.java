package org.concurrencylab.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProcessLimitTest {

    @Test
    void notAllProcessesOfManyCanBeStarted() throws Exception {
        assumeThat(ProcessLimit.prefix(0))
                .as("a limit that holds for this user")
                .isNotEmpty();
        try (Run run = Run.begin()) {
            run.limitProcesses(100);
            String script = "for i in $(seq 400); do sleep 60 & done";
            LabProcess process = LabProcess.start(run, "breeds", List.of("sh", "-c", script), Map.of());

            process.onExit().get(1, TimeUnit.MINUTES);

            assertThat(OwnRuns.processes(run.folder())).hasSizeLessThan(400);
        }
    }

    @Test
    void programsAreStartedAsTheyAreWithoutALimit() throws Exception {
        try (Run run = Run.begin()) {
            LabProcess process = LabProcess.start(run, "echo", List.of("sh", "-c", "echo $0 $$", "said"), Map.of());

            assertThat(process.waitFor()).isZero();
            assertThat(process.output()).containsExactly("said " + process.pid());
        }
    }
}
