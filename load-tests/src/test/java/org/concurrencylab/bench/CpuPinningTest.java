package org.concurrencylab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class CpuPinningTest {

    private Process process;

    @BeforeEach
    void start() throws Exception {
        process = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void stop() {
        process.destroy();
    }

    @Test
    void keepsAProcessOnTheCpusUntilItIsClosed() throws Exception {
        String before = allowed();
        String first = before.split("[,-]", 2)[0];

        try (var pinning = CpuPinning.pin(process.pid(), first)) {
            assertThat(pinning).isNotNull();
            assertThat(allowed()).isEqualTo(first);
        }

        assertThat(allowed()).isEqualTo(before);
    }

    @Test
    void saysThatThereIsNoSuchCpu() {
        assertThatExceptionOfType(CostException.class)
                .isThrownBy(() -> CpuPinning.pin(process.pid(), "99999"))
                .withMessageContaining("cannot be pinned to CPUs 99999");
    }

    private String allowed() throws Exception {
        return Files.readString(Path.of("/proc", Long.toString(process.pid()), "status"))
                .lines()
                .filter(line -> line.startsWith("Cpus_allowed_list:"))
                .map(line -> line.split("\\s+")[1])
                .findFirst()
                .orElseThrow();
    }
}
