package org.concurrencylab.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.concurrencylab.environment.LabHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What lab 5 makes of figures; that they are so on running services says {@code ./lab grade 5 --self-test}. */
class PoolSizingLabTest {

    private static final Path FOLDER = LabHome.find().resolve("assignments/05-pool-sizing");
    private static final String FILE = "assignments/05-pool-sizing/answers.properties";
    private static final String SETTINGS = "reactive-service/src/main/resources/application.properties";
    private static final int FEWEST = 10;

    /**
     * As Little's law has it, and a little less.
     *
     * @param share of that which a busy machine leaves
     */
    private static PoolFigures figures(double share, int blockingPool, int reactivePool) {
        return new PoolFigures(
                20 * share,
                80 * share,
                200 * share,
                100 * share,
                26.7 * share,
                50 * share,
                1,
                3,
                4,
                blockingPool,
                reactivePool);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.95, 0.7})
    void theSolutionIsRightHoweverBusyTheMachineIs(double share) {
        assertThat(lacks("solution", figures(share, FEWEST, FEWEST))).isEmpty();
    }

    static List<Expected> wrong() {
        return Expected.of(FOLDER).stream()
                .filter(expected -> !expected.name().equals(Expected.START))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void eachSolutionIsToldWhatItShouldBe(Expected expected) throws IOException {
        int pool = Integer.parseInt(settings(newest(expected, SETTINGS)).getProperty("lab.database-connections"));
        Path answers = newest(expected, FILE);

        Grade grade = new Grade(
                "05",
                PoolSizingLab.marks(Answers.of(answers, FILE), newest(expected, SETTINGS), figures(0.95, pool, pool)),
                0);

        assertThat(expected.objection(grade)).isEmpty();
        assertThat(grade.lacks().size()).isLessThanOrEqualTo(4);
    }

    /** The last overlay that has the file. */
    private static Path newest(Expected expected, String file) {
        return expected.overlays().reversed().stream()
                .filter(overlay -> Files.exists(overlay.resolve(file)))
                .findFirst()
                .orElseThrow();
    }

    private static Properties settings(Path overlay) throws IOException {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(overlay.resolve(SETTINGS))) {
            settings.load(reader);
        }
        return settings;
    }

    @Test
    void onePoolThatServesBothIsNeitherTooSmallNorTooLarge() {
        assertThat(pools(9, 9)).contains("is 9, which carries no more than 90 %");
        assertThat(pools(7, 7)).contains("is 7, which carries no more than 70 %");
        assertThat(pools(20, 20)).contains("is 20, 2.0 times as many");
        assertThat(pools(FEWEST, 20)).contains("is 20, 2.0 times as many");
        assertThat(pools(7, FEWEST)).contains("opens 7 connections and reactive-service 10");
        assertThat(lacks("solution", figures(1, 13, 13))).isEmpty();
    }

    @Test
    void whoCountsTheRoundTripsOfTheOtherServiceIsToldSo() {
        PoolFigures other = new PoolFigures(20, 80, 200, 100, 26.7, 50, 1, 4, 3, FEWEST, FEWEST);

        assertThat(lacks("solution", other))
                .containsExactly(
                        "round-trips.order.blocking says 3; the grader counted more.",
                        "round-trips.order.reactive says 4; the grader counted fewer.");
    }

    private static String pools(int blocking, int reactive) {
        List<String> lacks = lacks("solution", figures(1, blocking, reactive));
        assertThat(lacks).hasSize(1);
        return lacks.getFirst();
    }

    private static List<String> lacks(String name, PoolFigures figures) {
        Path submission = FOLDER.resolve(name);
        List<Mark> marks = PoolSizingLab.marks(Answers.of(submission, FILE), submission, figures);
        Grade grade = new Grade("05", marks, 0);
        assertThat(grade.of()).isEqualTo(100);
        return grade.lacks().stream().map(Lack::reason).toList();
    }
}
