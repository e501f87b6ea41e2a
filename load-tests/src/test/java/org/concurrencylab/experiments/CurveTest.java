package org.concurrencylab.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.concurrencylab.api.SellerBehaviour;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.results.Results.Slice;
import org.concurrencylab.simulations.Mix;
import org.junit.jupiter.api.Test;

class CurveTest {

    private static final double PROMISED_MILLIS = 100;
    private static final double CAPACITY = 3_200;

    private final Curve curve = new Curve("curve", Mix.CRUD, 0, 64, PROMISED_MILLIS);

    @Test
    void findsTheRateBeyondWhichTheContenderFallsBehind() {
        assertThat(answerOf(new Limited(Set.of()))).contains("threads keeps it up to 3,000/s and breaks it at 3,250/s");
    }

    @Test
    void takesAStallThatComesOnceForNoKnee() {
        assertThat(answerOf(new Limited(Set.of(1_000.0, 2_000.0)))).contains("keeps it up to 3,000/s");
    }

    private String answerOf(Bench.Service service) {
        return curve.answer(curve.measure(new OneService(service))).verdict();
    }

    /** Carries what it is offered up to its capacity, and stalls the first time that it is offered some rates. */
    private static final class Limited implements Bench.Service {
        private final Set<Double> stallsAt;

        Limited(Set<Double> stallsAt) {
            this.stallsAt = new HashSet<>(stallsAt);
        }

        @Override
        public ContenderSpec spec() {
            return ContenderSpec.named("threads");
        }

        @Override
        public Slice measure(Ask ask) {
            boolean slow = stallsAt.remove(ask.ratePerSecond()) || ask.ratePerSecond() > CAPACITY;
            double carried = ask.users() > 0 ? CAPACITY : Math.min(ask.ratePerSecond(), CAPACITY);
            return SampleTrials.slice("threads", carried, slow ? 2 * PROMISED_MILLIS : 5);
        }

        @Override
        public int cpus() {
            return 1;
        }

        @Override
        public URI url() {
            return URI.create("http://127.0.0.1:0");
        }

        @Override
        public List<String> output() {
            return List.of();
        }

        @Override
        public Slice measureWithStall(Ask ask, Duration after, Duration length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }

    private record OneService(Service service) implements Bench {
        @Override
        public List<Service> contenders() {
            return List.of(service);
        }

        @Override
        public Services start(List<ContenderSpec> specs, double warmUpSeconds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Service startOnAllCpus(ContenderSpec spec) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Distance distance(Duration delay) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void sellers(SellerBehaviour behaviour) {}

        @Override
        public void resetDatabase() {}
    }
}
