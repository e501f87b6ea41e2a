package org.concurrencylab.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concurrencylab.environment.LabHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What lab 1 makes of facts; that they are so on running services says {@code ./lab grade 1 --self-test}. */
class ReadThePairLabTest {

    private static final Path FOLDER = LabHome.find().resolve("assignments/01-read-the-pair");
    private static final String FILE = "assignments/01-read-the-pair/answers.properties";

    private static final PairFigures FIGURES = new PairFigures(
            Map.of(PairFigures.BLOCKING, Optional.of("SellerGateway"), PairFigures.REACTIVE, Optional.empty()),
            Map.of(PairFigures.BLOCKING, Optional.of("SellerFanOut"), PairFigures.REACTIVE, Optional.empty()),
            Map.of("threads", 20L, "virtual", 0L, "reactive", 0L),
            19.6,
            78,
            40,
            24.4);

    /** Counts of the sources as they are: whoever changes them has to change the solution, too. */
    @Test
    void theSolutionCountsTheSourcesAsTheyAre() {
        assertThat(lacks("solution", Pair.of(LabHome.find()))).isEmpty();
    }

    @Test
    void whatIsCountedIsNotWrittenDown() {
        Pair pair = Pair.of(LabHome.find());
        Pair other = new Pair(
                pair.blockingFiles() + 1,
                pair.reactiveFiles(),
                pair.differing() - 1,
                pair.blockingSettings(),
                pair.reactiveSettings() + 1,
                Set.of("Work"));

        assertThat(lacks("solution", other))
                .containsExactly(
                        "files.in-each-service says %d; the grader counted more.".formatted(pair.blockingFiles()),
                        "files.that-differ says %d; the grader counted fewer.".formatted(pair.differing()),
                        "settings.in-reactive-service-only says %d; the grader counted more."
                                .formatted(pair.reactiveSettings()),
                        "classes.in-blocking-service-only names CallerExecutor, which is no such class.");
    }

    static List<Expected> wrong() {
        return Expected.of(FOLDER).stream()
                .filter(expected -> !expected.name().equals(Expected.START))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void eachSolutionIsToldWhatItShouldBe(Expected expected) {
        Path overlay = expected.overlays().getLast();
        Grade grade =
                new Grade("01", ReadThePairLab.marks(Answers.of(overlay, FILE), Pair.of(LabHome.find()), FIGURES), 0);

        assertThat(expected.objection(grade)).isEmpty();
    }

    @Test
    void oneNumberEverywhereIsRightOnlyByChance() {
        assertThat(lacks("wrong/one-number-everywhere", Pair.of(LabHome.find())))
                .hasSizeGreaterThan(10);
    }

    private static List<String> lacks(String name, Pair pair) {
        Grade grade = new Grade("01", ReadThePairLab.marks(Answers.of(FOLDER.resolve(name), FILE), pair, FIGURES), 0);
        assertThat(grade.of()).isEqualTo(100);
        return grade.lacks().stream().map(Lack::reason).toList();
    }
}
