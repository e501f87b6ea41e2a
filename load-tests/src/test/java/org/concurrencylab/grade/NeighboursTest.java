package org.concurrencylab.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.concurrencylab.environment.Await;
import org.concurrencylab.environment.LabProcess;
import org.concurrencylab.environment.MachineCpu;
import org.concurrencylab.environment.Run;
import org.junit.jupiter.api.Test;

class NeighboursTest {

    private static final String BUSY = "while :; do :; done";
    private static final Duration LONG = Duration.ofMinutes(1);

    /** On a machine without others both are near zero; beside others the difference is what counts. */
    @Test
    void takesNoProcessOfTheRunForANeighbour() throws Exception {
        assumeThat(MachineCpu.read()).isPresent();
        try (Run run = Run.begin()) {
            Neighbours all = new Neighbours(run);
            Neighbours others = new Neighbours(run);
            LabProcess busy = LabProcess.start(run, "busy", List.of("sh", "-c", BUSY), Map.of());
            Await.until(() -> cpu(busy).compareTo(Duration.ofSeconds(1)) > 0, LONG);

            others.look();

            assertThat(others.share()).isLessThan(all.share());
        }
    }

    private static Duration cpu(LabProcess process) {
        return ProcessHandle.of(process.pid())
                .flatMap(handle -> handle.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }
}
