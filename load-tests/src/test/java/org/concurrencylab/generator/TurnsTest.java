package org.concurrencylab.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.concurrencylab.simulations.BookClient;
import org.concurrencylab.simulations.Mix;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services that take turns within one slice. */
class TurnsTest {
    private static final double RATE = 500;
    private static final int TRIES = 10;
    private static final Turns TURNS = new Turns(200, 50, 2, List.of(0, 1, 1, 0, 2));

    @TempDir
    private static java.nio.file.Path folder;

    private static GeneratorProcess generator;

    @BeforeAll
    static void start() {
        generator = GeneratorProcess.start(GeneratorOptions.defaults(folder.resolve("generator.log")));
    }

    @AfterAll
    static void end() {
        generator.close();
    }

    @Test
    void givesEachTurnTheWholeRateAfterItsQuiet() {
        OpenSchedule schedule = new OpenSchedule(request(List.of("http://a", "http://b", "http://a"), TURNS));

        for (int turn = 0; turn < 5; turn++) {
            long from = 500 + turn * 200;
            List<Long> sent = users(schedule, from, from + 200);
            assertThat(sent).as("150 ms of 500/s").hasSize(75);
            assertThat(sent)
                    .extracting(schedule::part)
                    .containsOnly(TURNS.order().get(turn));
            assertThat(sent).allMatch(schedule::measures);
            assertThat(users(schedule, from, from + 50)).as("quiet").isEmpty();
            assertThat(schedule.turnEndsNanos(sent.getFirst()))
                    .as("when the next one is asked")
                    .isEqualTo(1_000_000L * (100 + from + 250));
        }
    }

    @Test
    void givesTheServicesTheSameTasksInTheSameOrder() {
        OpenSchedule schedule = new OpenSchedule(request(List.of("http://a", "http://b", "http://a"), TURNS));

        List<Long> first = numbers(schedule, 500);
        List<Long> second = numbers(schedule, 700);

        assertThat(first).hasSize(75).doesNotHaveDuplicates().isEqualTo(second);
        assertThat(numbers(schedule, 900)).as("the next cycle").doesNotContainAnyElementsOf(first);
    }

    /** Of those who send in a turn. */
    private static List<Long> numbers(OpenSchedule schedule, long from) {
        return users(schedule, from, from + 200).stream().map(schedule::number).toList();
    }

    @Test
    void keepsTheOrderWhileTheServicesSettle() {
        OpenSchedule schedule = new OpenSchedule(request(List.of("http://a", "http://b", "http://a"), TURNS));

        assertThat(users(schedule, 300, 500)).isNotEmpty().allMatch(user -> schedule.part(user) == 2);
        assertThat(users(schedule, 0, 500)).noneMatch(schedule::measures);
    }

    @Test
    void asksEachServiceInItsTurnOnlyAndReportsThemApart() {
        try (FakeBooks fast = new FakeBooks();
                FakeBooks slow = new FakeBooks()) {
            slow.delay(20);
            List<Integer> turns = Collections.synchronizedList(new ArrayList<>());
            SliceRequest request = request(List.of(fast.url(), slow.url(), fast.url()), TURNS);

            List<SliceOutcome> outcomes = inTurns(request, turns);
            for (int again = 0; again < TRIES && isLate(outcomes); again++) {
                // A busy machine may need longer than a turn's quiet for the last answers of the one before.
                outcomes = inTurns(request, turns);
            }

            assertThat(turns).isEqualTo(IntStream.range(0, 5).boxed().toList());
            assertThat(outcomes).extracting(SliceOutcome::sent).containsExactly(150L, 150L, 75L);
            assertThat(outcomes).extracting(SliceOutcome::measuredSeconds).containsExactly(0.3, 0.3, 0.15);
            assertThat(outcomes).extracting(SliceOutcome::errors).containsOnly(0L);
            assertThat(outcomes).extracting(SliceOutcome::completed).containsExactly(150L, 150L, 75L);
            assertThat(org.concurrencylab.results.Histograms.decode(
                                    outcomes.get(1).latencyMicros())
                            .getMinValue())
                    .as("only the slow one is slow")
                    .isGreaterThan(19_000)
                    .isGreaterThan(org.concurrencylab.results.Histograms.decode(
                                    outcomes.getFirst().latencyMicros())
                            .getMinValue());
            assertThat(outcomes.getFirst().overrun()).isZero();
        }
    }

    private static List<SliceOutcome> inTurns(SliceRequest request, List<Integer> turns) {
        turns.clear();
        return generator.runInTurns(request, new SliceListener() {
            @Override
            public void turn(int number) {
                turns.add(number);
            }
        });
    }

    private static boolean isLate(List<SliceOutcome> outcomes) {
        return outcomes.stream().anyMatch(outcome -> outcome.overrun() > 0);
    }

    @Test
    void countsAnswersThatComeInTheNextOnesTurn() {
        try (FakeBooks prompt = new FakeBooks();
                FakeBooks tardy = new FakeBooks()) {
            tardy.delay(300);

            List<SliceOutcome> outcomes = generator.runInTurns(
                    request(List.of(prompt.url(), tardy.url(), prompt.url()), TURNS), SliceListener.SILENT);

            assertThat(outcomes.get(1).overrun())
                    .as("answers come after the next turn's quiet")
                    .isEqualTo(outcomes.get(1).sent());
        }
    }

    @Test
    void refusesTurnsThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Turns(50, 50, 1, List.of(0)))
                .withMessage("A turn of 50 ms cannot begin with 50 ms of quiet.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Turns(50, 5, 1, List.of()))
                .withMessage("Turns need an order and cycles.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request(List.of("http://a"), TURNS))
                .withMessage("A turn needs one of the 1 services.");
    }

    private static SliceRequest request(List<String> services, Turns turns) {
        return SliceRequest.inTurns(services, Mix.READ, RATE, 0.5, turns, 10, true, 42);
    }

    /** Those that send within these milliseconds of the load. */
    private static List<Long> users(OpenSchedule schedule, long from, long to) {
        long opening = 2L * BookClient.OPENING_USERS;
        return LongStream.rangeClosed(opening + 1, opening + Math.round(2 * RATE))
                .boxed()
                .filter(schedule::sends)
                .filter(user -> schedule.offsetMillis(user) - 100 >= from)
                .filter(user -> schedule.offsetMillis(user) - 100 < to)
                .toList();
    }
}
