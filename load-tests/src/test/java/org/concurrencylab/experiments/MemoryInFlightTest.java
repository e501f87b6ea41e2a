package org.concurrencylab.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryInFlightTest {

    @Test
    void tenThousandWaitWhereAProcessMayHaveTheirConnectionsOpen() {
        assertThat(inFlight(Long.MAX_VALUE)).containsExactly(1_000, 3_000, 10_000);
        assertThat(inFlight(24_000)).containsExactly(1_000, 3_000, 10_000);
    }

    @Test
    void asManyWaitAsHaveTheirConnectionsWhereFewerFilesMayBeOpen() {
        assertThat(inFlight(20_000)).containsExactly(1_000, 3_000, 8_500);
        assertThat(inFlight(4_096)).containsExactly(1_000, 1_270);
        assertThat(inFlight(7_900)).containsExactly(1_000, 3_000);
        assertThat(inFlight(3_000)).containsExactly(772);
    }

    @Test
    void nobodyWaitsWhereHardlyAFileMayBeOpen() {
        assertThat(inFlight(1_024)).isEmpty();
        assertThat(inFlight(0)).isEmpty();
    }

    private static List<Integer> inFlight(long files) {
        return MemoryInFlight.levels(files).stream()
                .map(MemoryInFlight.Level::inFlight)
                .toList();
    }
}
