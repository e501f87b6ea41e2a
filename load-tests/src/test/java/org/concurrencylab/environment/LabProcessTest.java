package org.concurrencylab.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabProcessTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @Test
    void aChildWithoutTheRunsMarkEndsWithTheRunThoughItsParentEndsFirst() {
        ProcessHandle child;
        try (Run run = Run.begin()) {
            LabProcess parent = start(run, "parent", "env -i sleep 600 & echo $!; wait");
            child = ProcessHandle.of(Long.parseLong(firstLine(parent))).orElseThrow();
            // Closed first, and long enough for the parent to be gone when its turn comes.
            firstLine(start(run, "slow", "trap 'sleep 1; exit' TERM; echo ready; while true; do sleep 0.1; done"));
        }

        assertThat(Await.until(() -> !child.isAlive(), SOON)).isTrue();
    }

    private static LabProcess start(Run run, String name, String script) {
        return LabProcess.start(run, name, List.of("sh", "-c", script), Map.of());
    }

    private static String firstLine(LabProcess process) {
        assertThat(Await.until(() -> !process.output().isEmpty(), SOON)).isTrue();
        return process.output().getFirst();
    }
}
