package org.concurrencylab.soak;

import java.time.Duration;
import java.util.List;
import org.concurrencylab.environment.Await;

/**
 * Tries rates with the load that the soak goes on with.
 *
 * @param load of all contenders
 */
record LoadProbe(Load load) implements KneeSearch.Probe {

    /** Longer would be more exact and delay the soak, which needs no exact knee. */
    private static final Duration MEASURED = Duration.ofSeconds(5);

    private static final Duration SETTLE = Duration.ofMillis(1_500);
    private static final Duration RECOVERS_WITHIN = Duration.ofSeconds(15);

    @Override
    public List<Window> at(double ratePerSecond) throws InterruptedException {
        load.rate(ratePerSecond);
        Thread.sleep(SETTLE);
        load.take();
        Thread.sleep(MEASURED);
        return load.take();
    }

    /** Until nobody waits any more. */
    @Override
    public void recover() {
        load.rate(0);
        Await.until(() -> load.underWay() == 0, RECOVERS_WITHIN);
    }
}
