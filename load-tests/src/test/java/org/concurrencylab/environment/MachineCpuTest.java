package org.concurrencylab.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.concurrencylab.environment.MachineCpu.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class MachineCpuTest {

    @Test
    void addsUpWhatSomeCpusDid() {
        MachineCpu before =
                MachineCpu.parse("cpu  0 0 0 0 0 0 0 0 0 0\ncpu0 10 0 10 80 0 0 0 0 0 0\ncpu1 0 0 0 100 0 0 0 0 0 0\n");
        MachineCpu after = MachineCpu.parse(
                "cpu  0 0 0 0 0 0 0 0 0 0\ncpu0 40 5 25 140 10 1 4 5 0 0\ncpu1 100 0 0 100 0 0 0 0 0 0\nintr 5\n");

        Times first = after.since(before, List.of(0));
        assertThat(first).isEqualTo(new Times(500, 50, 50, 1_300));
        assertThat(first.busy()).isCloseTo(0.4615, within(0.0001));
        assertThat(first.share(first.stolenMillis())).isCloseTo(0.0385, within(0.0001));
        assertThat(after.since(before, List.of(0, 1)).processMillis()).isEqualTo(1_500);
    }

    @Test
    void knowsNothingOfCpusThatDoNotExist() {
        MachineCpu reading = MachineCpu.parse("cpu0 1 1 1 1 1 1 1 1 1 1");

        assertThat(reading.since(reading, List.of(7)).busy()).isZero();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void readsThisMachine() {
        assertThat(MachineCpu.read())
                .hasValueSatisfying(reading -> assertThat(reading.cpus()).isNotEmpty());
    }
}
