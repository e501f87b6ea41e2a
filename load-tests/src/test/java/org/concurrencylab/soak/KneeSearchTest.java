package org.concurrencylab.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.soak.KneeSearch.Knee;
import org.concurrencylab.soak.KneeSearch.Probe;
import org.junit.jupiter.api.Test;

class KneeSearchTest {

    private static final Promise PROMISE = new Promise(200);

    /** Two services, of which the second carries up to its knee and answers in time, and stalls once on the way. */
    private static final class Services implements Probe {
        private final double knee;
        private final List<Double> tried = new ArrayList<>();
        private int stalls;

        Services(double knee, int stalls) {
            this.knee = knee;
            this.stalls = stalls;
        }

        @Override
        public List<Window> at(double rate) {
            tried.add(rate);
            boolean stalled = rate > 100 && stalls-- > 0;
            boolean late = rate > knee || stalled;
            return List.of(window(rate, 20, 0), window(Math.min(rate, knee), late ? 900 : 30, 0));
        }

        @Override
        public void recover() {
            tried.add(0.0);
        }
    }

    @Test
    void findsTheRateThatTheWeakestKeeps() throws InterruptedException {
        Knee knee = find(new Services(300, 0));

        assertThat(knee.rate()).isBetween(260.0, 300.0);
        assertThat(knee.brokenAt()).isBetween(300.0, 340.0);
        assertThat(knee.words()).contains("weak breaks it at");
    }

    @Test
    void aStallThatComesOnceIsNoKnee() throws InterruptedException {
        assertThat(find(new Services(300, 1)).rate()).isBetween(260.0, 300.0);
    }

    @Test
    void restsAfterEachRateThatWasTooMuch() throws InterruptedException {
        Services services = new Services(300, 0);
        find(services);

        for (int i = 0; i < services.tried.size(); i++) {
            if (services.tried.get(i) > services.knee) {
                assertThat(services.tried.get(i + 1)).isZero();
            }
        }
    }

    @Test
    void servicesThatKeepEveryRateHaveNoKneeBelowTheLast() throws InterruptedException {
        Knee knee = find(new Services(1e9, 0));

        assertThat(knee.brokenAt()).isNull();
        assertThat(knee.words()).contains("the most that was tried");
    }

    @Test
    void aMachineThatIsTooBusyIsOneSentence() {
        assertThatThrownBy(() -> find(new Services(5, 0)))
                .isInstanceOf(LabFailure.class)
                .hasMessageContaining("--rate");
    }

    @Test
    void oneErrorBreaksThePromise() {
        assertThat(PROMISE.isKept(window(100, 10, 0), 100)).isTrue();
        assertThat(PROMISE.isKept(window(100, 10, 1), 100)).isFalse();
        assertThat(PROMISE.isKept(window(95, 10, 0), 100)).isFalse();
        assertThat(PROMISE.isKept(window(100, 201, 0), 100)).isFalse();
    }

    private static Knee find(Services services) throws InterruptedException {
        return new KneeSearch(services, PROMISE, List.of("strong", "weak"), line -> {}).find();
    }

    private static Window window(double perSecond, double p99, long errors) {
        return new Window(
                5, Math.round(5 * perSecond), p99 / 2, p99, errors == 0 ? Map.of() : Map.of("GET 500", errors));
    }
}
