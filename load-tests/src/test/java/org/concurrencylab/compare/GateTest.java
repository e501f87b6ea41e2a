package org.concurrencylab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.concurrencylab.generator.SliceOutcome;
import org.concurrencylab.results.Finding;
import org.concurrencylab.results.Finding.Kind;
import org.concurrencylab.results.Histograms;
import org.concurrencylab.results.Usage;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final double ASKED = 1_000;
    private static final double SECONDS = 2;

    private long sent = 2_000;
    private long completed = 2_000;
    private long errors;
    private long lateMicros = 900;
    private double inFlight = 200;
    private long overrun;
    private Usage usage = usage(0.5, 600, 300, 0.01, 0.0);

    @Test
    void findsNothingWrongWithAQuietSlice() {
        assertThat(check()).isEmpty();
    }

    @Test
    void namesAnswersThatTheApiDoesNotPromise() {
        errors = 3;

        assertThat(only().kind()).isEqualTo(Kind.WRONG_ANSWERS);
        assertThat(only().sentence()).startsWith("3 of 2,000 requests were not answered as the API promises");
    }

    @Test
    void namesAGeneratorThatSentAnotherRate() {
        sent = 1_950;

        assertThat(only().kind()).isEqualTo(Kind.RATE_MISSED);
        assertThat(only().sentence()).contains("975 requests per second instead of 1,000");
    }

    @Test
    void allowsOneRequestMoreOrLess() {
        sent = 1_999;

        assertThat(check()).isEmpty();
    }

    @Test
    void namesAPausedGenerator() {
        lateMicros = 1_011_000;

        assertThat(only().kind()).isEqualTo(Kind.LATE);
        assertThat(only().sentence()).contains("within 1011 ms of their time");
    }

    @Test
    void namesWhoFilledTheOtherCpus() {
        usage = usage(0.9, 400, 1_300, 0.01, 0);
        assertThat(only().kind()).isEqualTo(Kind.GENERATOR_SATURATED);

        usage = usage(0.9, 1_300, 400, 0.01, 0);
        assertThat(only().kind()).isEqualTo(Kind.DATABASE_SATURATED);
        assertThat(only().sentence()).contains("90 % busy (database 0.65 CPUs, generator and sellers 0.21)");
    }

    @Test
    void namesCpuTimeThatOthersTook() {
        usage = usage(0.5, 600, 300, 0.07, 0);
        assertThat(only().kind()).isEqualTo(Kind.FOREIGN_CPU);
        assertThat(only().sentence()).contains("used 7 % of the CPU time");

        usage = usage(0.5, 600, 300, 0.01, 0.2);
        assertThat(only().kind()).isEqualTo(Kind.STOLEN_CPU);
    }

    @Test
    void holdsRequestsInFlightAgainstLittlesLaw() {
        inFlight = 215;

        assertThat(only().kind()).isEqualTo(Kind.LITTLE);
        assertThat(only().sentence())
                .isEqualTo("215 requests were in flight, but rate times mean latency is 200 (Little's law)");
        assertThat(only().kind().disqualifies()).isFalse();
    }

    @Test
    void expectsNoSteadyNumberInFlightOfAServiceThatFallsBehind() {
        completed = 1_000;
        inFlight = 900;

        assertThat(check()).isEmpty();
    }

    @Test
    void bearsMoreOfOtherProgramsWhereContendersTakeTurns() {
        usage = usage(0.5, 100, 100, 0.15, 0);
        assertThat(only().kind()).isEqualTo(Kind.FOREIGN_CPU);
        assertThat(Gate.checkTurns(ASKED, outcome(), usage)).isEmpty();

        usage = usage(0.5, 100, 100, 0.25, 0);
        assertThat(Gate.checkTurns(ASKED, outcome(), usage))
                .extracting(Finding::kind)
                .containsExactly(Kind.FOREIGN_CPU);
    }

    @Test
    void findsWhoAnswersInAnothersTurn() {
        overrun = sent / 50;
        assertThat(check()).isEmpty();

        overrun = sent / 50 + 1;
        assertThat(only().kind()).isEqualTo(Kind.OVERRUN);
        assertThat(only().sentence()).contains("in the next one's turn");
    }

    @Test
    void saysNothingOfWhatTheSystemDoesNotTell() {
        usage = Usage.UNKNOWN;

        assertThat(check()).isEmpty();
    }

    private Finding only() {
        assertThat(check()).hasSize(1);
        return check().getFirst();
    }

    private List<Finding> check() {
        return Gate.check(ASKED, outcome(), usage);
    }

    private SliceOutcome outcome() {
        Histogram latency = new Histogram(3);
        latency.recordValueWithCount(200_000, 2_000);
        Histogram lateness = new Histogram(3);
        lateness.recordValueWithCount(lateMicros, 2_000);
        return new SliceOutcome(
                Instant.EPOCH,
                SECONDS,
                sent,
                completed,
                Map.of("200", sent),
                errors,
                Histograms.encode(latency),
                Histograms.encode(lateness),
                inFlight,
                overrun);
    }

    private static Usage usage(double others, double database, double generator, double foreign, double stolen) {
        return new Usage(
                500.0, 0.0, 1L, 1L, 1, 1L, 1L, database, 20.0, generator, 0, 0.0, 1.0, 0.5, others, foreign, stolen);
    }
}
