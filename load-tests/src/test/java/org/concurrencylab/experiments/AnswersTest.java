package org.concurrencylab.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concurrencylab.experiments.SampleTrials.answering;
import static org.concurrencylab.experiments.SampleTrials.costing;
import static org.concurrencylab.experiments.SampleTrials.found;
import static org.concurrencylab.experiments.SampleTrials.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.concurrencylab.results.Finding;
import org.concurrencylab.results.Trial;
import org.junit.jupiter.api.Test;

/** What experiments conclude from trials made by hand. */
class AnswersTest {
    private static final Experiment CURVE = Experiments.named("curve-crud").orElseThrow();
    private static final Experiment OMISSION =
            Experiments.named("coordinated-omission").orElseThrow();
    private static final Experiment POOL = Experiments.named("pool").orElseThrow();
    private static final Experiment PERSISTENCE =
            Experiments.named("persistence").orElseThrow();

    @Test
    void everyExperimentSaysWhenNothingWasMeasured() {
        assertThat(Experiments.all())
                .allSatisfy(experiment ->
                        assertThat(experiment.answer(List.of()).verdict()).startsWith("Cannot tell"));
    }

    @Test
    void everyExperimentHasANameOfItsOwnAQuestionAndAPrediction() {
        assertThat(Experiments.all()).extracting(Experiment::name).doesNotHaveDuplicates();
        assertThat(Experiments.all()).allSatisfy(experiment -> {
            assertThat(experiment.question()).endsWith("?");
            assertThat(experiment.prediction()).endsWith(".");
            assertThat(experiment.seconds(3)).isBetween(1.0, 180.0);
        });
    }

    @Test
    void allOfThemTogetherRuleOnEveryClaim() {
        assertThat(Experiments.together().stream().flatMap(experiment -> Claim.of(experiment.name()).stream()))
                .containsExactlyInAnyOrder(Claim.values());
        assertThat(Experiments.all()).containsAll(Experiments.together());
    }

    @Test
    void theKneeLiesBetweenTheLastRateThatKeepsThePromiseAndTheFirstThatBreaksIt() {
        Answer answer = CURVE.answer(List.of(
                trial("threads", Map.of("rate", 1_000.0), 1_000, 10),
                trial("threads", Map.of("rate", 2_000.0), 2_000, 99),
                trial("threads", Map.of("rate", 3_000.0), 3_000, 101),
                // By luck; above a rate that broke it, it does not count.
                trial("threads", Map.of("rate", 4_000.0), 4_000, 20),
                trial("virtual", Map.of("rate", 1_000.0), 1_000, 10),
                trial("virtual", Map.of("rate", 4_000.0), 3_000, 10),
                trial("threads", Map.of("users", 64.0), 3_100, 30)));

        assertThat(answer.verdict())
                .contains("threads keeps it up to 2,000/s and breaks it at 3,000/s (64 users without a pause: 3,100/s)")
                .contains("virtual keeps it up to 1,000/s and breaks it at 4,000/s.")
                .contains("The knee of virtual lies at 0.33× to 2.00× that of threads.");
        assertThat(answer.pictures().getFirst().lines().getFirst().mark()).isEqualTo(2_000);
    }

    @Test
    void aKneeThatTheGeneratorMayHaveMadeIsSaidToBeSuch() {
        Answer answer = CURVE.answer(List.of(
                trial("threads", Map.of("rate", 1_000.0), 1_000, 10),
                found(
                        "threads",
                        Map.of("rate", 2_000.0),
                        1_500,
                        new Finding(Finding.Kind.GENERATOR_SATURATED, "the generator was full"))));

        assertThat(answer.pictures().getFirst().lines().getFirst().mark()).isNull();
        assertThat(answer.verdict())
                .contains("breaks it at 2,000/s, where " + Finding.Kind.GENERATOR_SATURATED.words()
                        + " may have been the limit");
    }

    @Test
    void aContenderThatNeverBreaksThePromiseHasNoKnee() {
        Answer answer = CURVE.answer(List.of(trial("threads", Map.of("rate", 1_000.0), 1_000, 10)));

        assertThat(answer.verdict()).contains("threads keeps it at every rate tried, up to 1,000/s");
        assertThat(answer.pictures().getFirst().lines().getFirst().mark()).isNull();
    }

    @Test
    void namesCoordinatedOmissionOnlyWhereTheOpenModelSawTheStallAndTheClosedOneDidNot() {
        assertThat(OMISSION.answer(stall(962, 17)).verdict())
                .contains("open model's p99 was 962 ms (predicted 940 ms), the closed one's 17 ms")
                .contains("coordinated omission");
        assertThat(OMISSION.answer(stall(962, 900)).verdict())
                .endsWith("Here both saw it.")
                .doesNotContain("coordinated omission");
        assertThat(OMISSION.answer(stall(20, 17)).verdict()).endsWith("nothing follows.");
    }

    private static List<Trial> stall(double open, double closed) {
        return List.of(
                trial("threads", Map.of("users", 0.0, "stall seconds", 0.0), 300, 5),
                trial("threads", Map.of("users", 0.0, "stall seconds", 1.0), 300, open),
                trial("threads", Map.of("users", 8.0, "stall seconds", 0.0), 3_000, 5),
                trial("threads", Map.of("users", 8.0, "stall seconds", 1.0), 2_500, closed));
    }

    @Test
    void saysAtWhichSizesThePoolDecidesAndWhatUnequalDefaultsWouldPretend() {
        List<Trial> trials = new ArrayList<>();
        double[][] carried = {{100, 100}, {500, 490}, {2_000, 1_980}, {4_000, 3_000}};
        int[] sizes = {1, 5, 20, 50};
        for (int i = 0; i < sizes.length; i++) {
            trials.add(trial("threads", Map.of("connections", (double) sizes[i]), carried[i][0], 5));
            trials.add(trial("reactive", Map.of("connections", (double) sizes[i]), carried[i][1], 5));
        }
        trials.add(trial("threads", Map.of("connections", 20.0, "workers", 5.0), 498, 5));

        assertThat(POOL.answer(trials).verdict())
                .contains("20 connections: 1,980/s to 2,000/s of 2,000/s predicted, the pool decides")
                .contains("50 connections: 3,000/s to 4,000/s of 5,000/s predicted, the contenders differ")
                .contains("With 5 workers before 20 connections, threads carried 498/s")
                .contains("threads carries 2.02× what reactive does; with 20 each it is 1.01×");
    }

    @Test
    void saysWhatAServiceKeepsOfItsBestAndWhatItRefusesUnderThreeTimesAsMuch() {
        List<Trial> trials = List.of(
                trial("threads", Map.of("limit", 200.0, "times", 1.0), 2_000, 50),
                refusing("threads", Map.of("limit", 200.0, "times", 3.0), 6_000, 1_800, 12));

        String connections =
                Experiments.named("overload").orElseThrow().answer(trials).verdict();
        String cpu =
                Experiments.named("overload-cpu").orElseThrow().answer(trials).verdict();

        assertThat(List.of(connections, cpu))
                .allSatisfy(verdict -> assertThat(verdict)
                        .contains("threads, room for 200: of 2,000/s it carried 90 % when offered 3 times as much")
                        .contains("refused 70 %, p99 after 12 ms"));
        assertThat(connections).contains("; room for 16,384: not measured.");
        assertThat(cpu).doesNotContain("16,384");
    }

    private static Trial refusing(
            String contender, Map<String, Double> at, double sentPerSecond, double answered, double refusedMillis) {
        Trial trial = answering(contender, at, sentPerSecond, answered, 50);
        return new Trial(contender, at, trial.slice(), Map.of("refused after, p99 in ms", refusedMillis), List.of());
    }

    @Test
    void partsThePriceOfTheMapperFromThatOfTheModel() {
        assertThat(PERSISTENCE.answer(blocks(1.5)).verdict())
                .contains("Hibernate costs threads 1.50× [1.49 – 1.51] the CPU time of its driver.")
                .contains("Against threads, virtual costs 1.10× [1.10 – 1.10] with the driver")
                .endsWith("The mapper costs more than the choice of the concurrency model.");
        assertThat(PERSISTENCE.answer(blocks(1)).verdict())
                .endsWith("The choice of the concurrency model costs more than the mapper.");
    }

    @Test
    void drawsEveryBlockThatWasMeasuredHoweverManyTheExperimentMakesNow() {
        Picture picture = PERSISTENCE.answer(blocks(1.5)).pictures().getFirst();

        assertThat(picture.lines().getLast().points()).hasSize(7);
    }

    private static List<Trial> blocks(double mapper) {
        List<Trial> trials = new ArrayList<>();
        for (int block = 0; block < 7; block++) {
            double chance = block % 2 == 0 ? 1.005 : 0.995;
            for (double driver : new double[] {0, 1}) {
                double price = driver == 1 ? 1 : mapper * chance;
                Map<String, Double> at = Map.of("driver", driver, "block", (double) block);
                trials.add(costing("threads", at, 0.2 * price, List.of()));
                trials.add(costing("virtual", at, 0.22 * price, List.of()));
            }
        }
        // A disturbed measurement takes its pair with it and nothing else.
        trials.add(costing(
                "threads",
                Map.of("driver", 1.0, "block", 7.0),
                9,
                List.of(new Finding(Finding.Kind.FOREIGN_CPU, "another program"))));
        trials.add(costing("threads", Map.of("driver", 0.0, "block", 7.0), 0.2, List.of()));
        return trials;
    }
}
