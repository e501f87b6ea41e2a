package org.concurrencylab.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.LabHome;
import org.concurrencylab.environment.OwnRuns;
import org.concurrencylab.grade.SelfTest.Grading;
import org.concurrencylab.grade.SelfTest.Plan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a self-test makes of grades; the grades are made up. */
class SelfTestTest {

    private static final Assignment LAB_8 = Assignments.numbered(8).orElseThrow();
    private static final Plan ALL_ONCE = new Plan(List.of(), 1, 1);
    private static final String STORE =
            "blocking-service/src/main/java/org/concurrencylab/books/HibernateBookStore.java";

    private final List<String> said = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void nothingIsLeft() {
        assertThat(OwnRuns.folders()).isEmpty();
    }

    @Test
    void passesWhenEachCaseIsToldWhatIsExpected() {
        assertThat(test(SelfTestTest::asExpected, ALL_ONCE)).isTrue();
        assertThat(said).hasSize(7).filteredOn(line -> line.startsWith("ok ")).hasSize(6);
        assertThat(said.getLast()).isEqualTo("6 gradings: 6 as expected, 0 otherwise, 0 without a grade");
    }

    @Test
    void failsWhenAWrongSolutionPasses() {
        assertThat(test((lab, submission) -> grade(lab, null), ALL_ONCE)).isFalse();
        assertThat(said.getLast()).isEqualTo("6 gradings: 1 as expected, 5 otherwise, 0 without a grade");
        assertThat(said.getFirst()).startsWith("WRONG  08-lost-update start").endsWith("should not pass");
    }

    @Test
    void failsWhenAWrongSolutionIsToldAnotherReason() {
        assertThat(test(
                        (lab, submission) -> submission.endsWith("solution")
                                ? grade(lab, null)
                                : grade(lab, new Lack("It does not build.", "Build it.")),
                        ALL_ONCE))
                .isFalse();
        assertThat(said.getLast()).startsWith("6 gradings: 1 as expected, 5 otherwise");
    }

    @Test
    void goesOnAfterACaseWithoutAGrade() {
        assertThat(test(
                        (lab, submission) -> {
                            if (submission.endsWith("start")) {
                                throw new LabFailure("Other programs took 80 % of this machine's CPU time.");
                            }
                            return asExpected(lab, submission);
                        },
                        ALL_ONCE))
                .isFalse();
        assertThat(said.getFirst())
                .isEqualTo("NONE   08-lost-update start: Other programs took 80 % of this machine's CPU time.");
        assertThat(said.getLast()).isEqualTo("6 gradings: 5 as expected, 0 otherwise, 1 without a grade");
    }

    @Test
    void gradesCopiesOfTheRepositoryWithTheCasesOwnFiles() {
        List<String> stores = new ArrayList<>();
        Grading reading = (lab, submission) -> {
            stores.add(read(submission.resolve(STORE)));
            return asExpected(lab, submission);
        };

        test(reading, new Plan(List.of("start", "solution"), 1, 1));

        assertThat(stores)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .last()
                .isEqualTo(read(LabHome.find().resolve(STORE)));
    }

    @Test
    void gradesChosenCasesAsOftenAsAskedFor() {
        assertThat(test(SelfTestTest::asExpected, new Plan(List.of("solution", "one-lock-for-all"), 3, 1)))
                .isTrue();
        assertThat(said)
                .filteredOn(line -> line.contains(" solution: 100 of 100"))
                .hasSize(3);
        assertThat(said.getLast()).startsWith("6 gradings: 6 as expected");
    }

    @Test
    void gradesSideBySide() {
        AtomicInteger together = new AtomicInteger();
        CountDownLatch both = new CountDownLatch(2);
        Grading meeting = (lab, submission) -> {
            both.countDown();
            if (wait(both)) {
                together.incrementAndGet();
            }
            return asExpected(lab, submission);
        };

        assertThat(test(meeting, new Plan(List.of("solution"), 2, 2))).isTrue();
        assertThat(together).hasValue(2);
    }

    @Test
    void knowsNoOtherCases() {
        assertThatThrownBy(() -> test(SelfTestTest::asExpected, new Plan(List.of("start", "end"), 1, 1)))
                .isInstanceOf(LabFailure.class)
                .hasMessageStartingWith("There is no case \"end\" to be graded; there are start, solution, ");
        assertThat(said).isEmpty();
    }

    private boolean test(Grading grading, Plan plan) {
        return new SelfTest(LabHome.find(), grading, plan, said::add).passes(List.of(LAB_8));
    }

    private static Grade asExpected(Assignment lab, Path submission) {
        String name = submission.getFileName().toString();
        Path folder = LabHome.find().resolve("assignments").resolve(lab.folder());
        Optional<String> words = Expected.of(folder).stream()
                .filter(expected -> expected.name().equals(name))
                .findFirst()
                .orElseThrow()
                .words();
        return grade(lab, words.map(text -> new Lack(text, text)).orElse(null));
    }

    private static Grade grade(Assignment lab, Lack lack) {
        return new Grade(lab.folder(), List.of(new Mark("all of it", 100, Optional.ofNullable(lack))), 1);
    }

    private static boolean wait(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
