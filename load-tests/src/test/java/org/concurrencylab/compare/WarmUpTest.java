package org.concurrencylab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.concurrencylab.generator.SliceOutcome;
import org.concurrencylab.results.Results.WarmUpStep;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    private static final String UNUSED = "";
    private static final Subject THREADS = Subjects.at("threads", "http://127.0.0.1:1");
    private static final Subject REACTIVE = Subjects.at("reactive", "http://127.0.0.1:2");
    private static final ToDoubleFunction<Subject> UNKNOWN = subject -> Double.NaN;

    private final List<Double> rates = new ArrayList<>();
    private double cpuMillis;

    @Test
    void asksForMoreAsLongAsTheServicesKeepUp() {
        warmUp(10, 10, 2_000).run(rate -> answered(rate, rate, 0), UNKNOWN);

        assertThat(rates).containsExactly(150.0, 300.0, 600.0, 1_200.0, 2_000.0);
    }

    @Test
    void asksForLessWhenTheyFallBehindOrFail() {
        warmUp(10, 10, 2_000)
                .run(rate -> rates.isEmpty() ? answered(rate, rate / 2, 0) : answered(rate, rate, 1), UNKNOWN);

        assertThat(rates).containsExactly(150.0, 75.0, 50.0, 50.0, 50.0);
    }

    @Test
    void neverAsksForMoreThanItMay() {
        warmUp(3, 3, 100).run(rate -> answered(rate, rate, 0), UNKNOWN);

        assertThat(rates).allMatch(rate -> rate <= 100);
    }

    @Test
    void endsEarlyOnceARequestCostsNoLess() {
        WarmUp warmUp = warmUp(8, 40, 400);

        List<WarmUpStep> steps =
                warmUp.run(rate -> costing(rate, rates.size() < 6 ? 1.0 / (1 + rates.size()) : 0.1), this::cpu);

        assertThat(rates).as("6 falling steps and 3 equal ones").hasSize(9);
        assertThat(steps).hasSize(2 * 9);
        assertThat(steps.getLast())
                .isEqualTo(new WarmUpStep("reactive", 18, 200, steps.getLast().cpuMillisPerRequest()));
        assertThat(warmUp.unsteady()).isEmpty();
    }

    @Test
    void givesUpOnServicesThatNeverComeToRest() {
        WarmUp warmUp = warmUp(8, 16, 400);

        warmUp.run(rate -> costing(rate, rates.size() % 2 == 0 ? 1 : 2), this::cpu);

        assertThat(rates).hasSize(8);
        assertThat(warmUp.unsteady()).containsExactly("threads", "reactive");
    }

    @Test
    void goesOnForAMachineThatHasNotKeptUpWithTheHighestRate() {
        warmUp(4, 4, 40, 400).run(rate -> answered(rate, rates.size() < 6 ? rate / 2 : rate, 0), UNKNOWN);

        assertThat(rates)
                .as("six in vain, then 50, 100, 200 and 400")
                .hasSize(10)
                .endsWith(50.0, 100.0, 200.0, 400.0);
    }

    @Test
    void givesUpOnAMachineThatNeverKeepsUp() {
        warmUp(4, 4, 12, 400).run(rate -> answered(rate, 0, 0), UNKNOWN);

        assertThat(rates).hasSize(6);
    }

    @Test
    void needsNoHighRateOfServicesWhoseRequestsCostNoLessAnyMore() {
        warmUp(6, 6, 40, 400).run(rate -> costing(rate / 2, 1, rate), this::cpu);

        assertThat(rates).hasSize(3);
    }

    @Test
    void knowsWhatTheyHaveCarriedAtMost() {
        WarmUp warmUp = warmUp(10, 10, 2_000);

        warmUp.run(rate -> answered(rate, Math.min(rate, 420), 0), UNKNOWN);

        assertThat(rates).startsWith(150.0, 300.0, 600.0);
        assertThat(warmUp.carriedPerSecond()).isEqualTo(420);
    }

    @Test
    void takesAFewLateAnswersForNoLack() {
        WarmUp warmUp = warmUp(10, 10, 2_000);

        warmUp.run(rate -> answered(rate, 0.97 * rate, 0), UNKNOWN);

        assertThat(warmUp.carriedPerSecond()).isEqualTo(2_000);
    }

    @Test
    void knowsThatTheyHaveCarriedNothing() {
        WarmUp warmUp = warmUp(4, 4, 2_000);

        warmUp.run(rate -> answered(rate, 0, 0), UNKNOWN);

        assertThat(warmUp.carriedPerSecond()).isZero();
    }

    private static WarmUp warmUp(double least, double most, int perSecond) {
        return warmUp(least, most, most, perSecond);
    }

    private static WarmUp warmUp(double least, double most, double slow, int perSecond) {
        return new WarmUp(new Plan.WarmUpLength(least, most, slow, perSecond), List.of(THREADS, REACTIVE));
    }

    private double cpu(Subject subject) {
        return cpuMillis;
    }

    private SliceOutcome costing(double rate, double millisPerRequest) {
        return costing(rate, millisPerRequest, rate);
    }

    /** Two services share what is answered, so each has used half of that. */
    private SliceOutcome costing(double completed, double millisPerRequest, double sent) {
        cpuMillis += millisPerRequest * completed / 2;
        return answered(sent, completed, 0);
    }

    private SliceOutcome answered(double sent, double completed, long errors) {
        rates.add(sent);
        return new SliceOutcome(null, 1, (long) sent, (long) completed, Map.of(), errors, UNUSED, UNUSED, 0, 0);
    }
}
