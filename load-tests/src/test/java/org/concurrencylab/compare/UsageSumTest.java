package org.concurrencylab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.concurrencylab.results.Usage;
import org.junit.jupiter.api.Test;

class UsageSumTest {

    private final UsageSum sum = new UsageSum();

    @Test
    void addsWhatIsCountedAndAveragesShares() {
        sum.add(usage(10.0, 2.0, 100L, 5L, 0.5));
        sum.add(usage(20.0, 1.0, 200L, 7L, 0.7));

        Usage total = sum.total();

        assertThat(total.serviceCpuMillis()).isEqualTo(30);
        assertThat(total.requestCpuMillis()).isEqualTo(27);
        assertThat(total.serviceRssBytes()).as("the latest").isEqualTo(200);
        assertThat(total.voluntarySwitches()).isEqualTo(12);
        assertThat(total.serviceCpusBusy()).isEqualTo(0.6);
    }

    @Test
    void takesTheSharesOfALongerSpan() {
        sum.add(usage(10.0, 2.0, 100L, 5L, 0.5));
        UsageSum longer = new UsageSum();
        longer.add(usage(10.0, 2.0, 100L, 5L, 0.5));
        longer.add(usage(90.0, 2.0, 100L, 5L, 0.9));

        assertThat(sum.totalOn(longer).serviceCpuMillis()).isEqualTo(10);
        assertThat(sum.totalOn(longer).serviceCpusBusy()).isEqualTo(0.7);
    }

    @Test
    void knowsNoSumOfWhatIsUnknownInOnePart() {
        sum.add(usage(10.0, 2.0, 100L, 5L, 0.5));
        sum.add(Usage.UNKNOWN);

        assertThat(sum.total().serviceCpuMillis()).isNull();
        assertThat(sum.total().voluntarySwitches()).isNull();
        assertThat(sum.total().foreignCpu()).isNull();
    }

    private static Usage usage(Double cpu, Double compiler, Long rss, Long switches, Double busy) {
        return new Usage(
                cpu, compiler, rss, rss, 9, switches, switches, 1.0, 1.0, 1.0, null, null, null, busy, busy, 0.0, 0.0);
    }
}
