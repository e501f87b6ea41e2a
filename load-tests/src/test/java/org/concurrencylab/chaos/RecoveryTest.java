package org.concurrencylab.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RecoveryTest {

    private static final Offset<Double> EXACTLY = within(1e-9);

    private static final long BEGUN = 0;
    private static final long STRUCK = TimeUnit.SECONDS.toNanos(1);
    private static final long HEALED = TimeUnit.SECONDS.toNanos(3);
    private static final long STOPPED = TimeUnit.SECONDS.toNanos(7);

    private final List<Outcome> outcomes = new ArrayList<>();

    @Test
    void countsFromTheMomentWhenWhatWasTakenAwayIsThereAgain() {
        steadily(true, 0, 1_000);
        steadily(false, 1_000, 3_500);
        steadily(true, 3_600, 7_000);

        Recovery recovery = recovery();

        assertThat(recovery.outageSeconds()).isEqualTo(2, EXACTLY);
        assertThat(recovery.firstSuccess()).isEqualTo(0.6, EXACTLY);
        assertThat(recovery.lastFailure()).isEqualTo(0.4, EXACTLY);
        assertThat(recovery.before()).isEqualTo(10, EXACTLY);
        assertThat(recovery.after()).isEqualTo(10, EXACTLY);
        assertThat(recovery.errors()).containsExactly(java.util.Map.entry("503", 25L));
        assertThat(recovery.isWithin(2)).isTrue();
    }

    @Test
    void aLateFailureIsNoRecovery() {
        steadily(true, 0, 7_000);
        outcomes.add(outcome(false, 5_100));

        assertThat(recovery().isWithin(2)).isFalse();
    }

    @Test
    void whoNeverAnswersWellAgainHasNotRecovered() {
        steadily(true, 0, 1_000);

        assertThat(recovery().firstSuccess()).isNull();
        assertThat(recovery().isWithin(2)).isFalse();
    }

    @Test
    void whoCarriesLittleInTheEndHasNotRecovered() {
        steadily(true, 0, 1_000);
        outcomes.add(outcome(true, 3_100));
        outcomes.add(outcome(true, 6_500));

        assertThat(recovery().isWithin(2)).isFalse();
    }

    @Test
    void whoWasNeverStruckNeedsNoRecovery() {
        steadily(true, 0, 7_000);

        assertThat(recovery().lastFailure()).isZero();
        assertThat(recovery().errors()).isEmpty();
        assertThat(recovery().isWithin(2)).isTrue();
    }

    /** One every 100 ms. */
    private void steadily(boolean good, long fromMillis, long toMillis) {
        for (long at = fromMillis; at < toMillis; at += 100) {
            outcomes.add(outcome(good, at));
        }
    }

    private static Outcome outcome(boolean good, long millis) {
        long ended = TimeUnit.MILLISECONDS.toNanos(millis);
        return new Outcome(Operation.READ, good ? "200" : "503", good, ended - 1, ended);
    }

    private Recovery recovery() {
        return Recovery.of(outcomes, BEGUN, STRUCK, HEALED, STOPPED);
    }
}
