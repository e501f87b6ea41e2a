package org.concurrencylab.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.concurrencylab.environment.LabFailure;
import org.junit.jupiter.api.Test;

class MarkTest {

    private static final Mark RIGHT = looked(Optional::empty);
    private static final Mark WRONG = looked(() -> Optional.of(new Lack("It answered 500.", "")));
    private static final Mark SILENT = looked(() -> {
        throw new LabFailure("GET /books/1 had no answer within 10 s.");
    });

    @Test
    void aServiceThatDoesNotAnswerHasNoPoints() {
        assertThat(SILENT.points()).isZero();
        assertThat(SILENT.lack()).hasValue(new Lack("GET /books/1 had no answer within 10 s.", "Look."));
    }

    @Test
    void aBusyMachineIsNoLack() {
        assertThatThrownBy(() -> looked(() -> {
                    throw new MachineBusy("It is busy.");
                }))
                .hasMessage("It is busy.");
    }

    @Test
    void silenceIsTheSubmissionsFaultOnAFreeMachine() {
        assertThat(Grader.excusing(false, List.of(RIGHT, SILENT))).containsExactly(RIGHT, SILENT);
    }

    @Test
    void silenceBesideOtherProgramsGivesNoGrade() {
        assertThatThrownBy(() -> Grader.excusing(true, List.of(WRONG, RIGHT, SILENT)))
                .isInstanceOf(MachineBusy.class)
                .hasMessageStartingWith("GET /books/1 had no answer within 10 s. Other programs");
    }

    @Test
    void aWrongAnswerIsWrongBesideOtherPrograms() {
        assertThat(Grader.excusing(true, List.of(WRONG, RIGHT))).containsExactly(WRONG, RIGHT);
    }

    private static Mark looked(Supplier<Optional<Lack>> look) {
        return Mark.of("reads", 10, "Look.", look);
    }
}
