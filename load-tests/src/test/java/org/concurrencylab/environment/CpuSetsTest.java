package org.concurrencylab.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpuSetsTest {

    @Test
    void twoCpusAreSplitInHalf() {
        assertThat(CpuSets.split(List.of(0, 1))).isEqualTo(new CpuSets(List.of(0), List.of(1), 1));
    }

    @Test
    void serviceNeverGetsMoreThanFour() {
        CpuSets sets = CpuSets.split(IntStream.range(0, 32).boxed().toList());

        assertThat(sets.service()).containsExactly(0, 1, 2, 3);
        assertThat(sets.others()).hasSize(28).doesNotContainAnyElementsOf(sets.service());
        assertThat(sets.serviceCpus()).isEqualTo(4);
    }

    @Test
    void oneCpuIsNotSplit() {
        assertThat(CpuSets.split(List.of(5)).arePinned()).isFalse();
        assertThat(CpuSets.split(List.of(5)).serviceLabel()).isEqualTo("unpinned");
    }

    @Test
    void readsTheKernelsNotation() {
        assertThat(CpuSets.parse("0-2,8")).containsExactly(0, 1, 2, 8);
    }

    @Test
    void pinsAllThreadsOfAProcessAndReleasesThem(@TempDir Path base) {
        CpuSets sets = CpuSets.ofThisMachine();
        assumeTrue(sets.arePinned(), "needs Linux, taskset and two CPUs");
        try (Run run = Run.begin(base, base.resolve("logs"), false)) {
            LabProcess jvm = LabProcess.start(run, "busy", Busy.command(run), Map.of());
            List<Long> pids = List.of(jvm.pid());
            assertThat(Await.until(() -> jvm.output().contains("ready"), Duration.ofSeconds(20)))
                    .isTrue();

            sets.pinService(pids);
            assertThat(CpuSets.cpusOfThreads(jvm.pid()).toList())
                    .hasSizeGreaterThan(300)
                    .allMatch(sets.service()::equals);
            sets.release(pids);
            assertThat(CpuSets.cpusOfThreads(jvm.pid())).allMatch(cpus -> cpus.size() > 1);
        }
    }
}
