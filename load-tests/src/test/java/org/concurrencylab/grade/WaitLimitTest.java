package org.concurrencylab.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.LabHome;
import org.concurrencylab.grade.ClosedLoad.Rates;
import org.junit.jupiter.api.Test;

class WaitLimitTest {

    /** Ten connections that wait for 50 ms each time have room for 200 waits a second. */
    private static final WaitLimit TEN = new WaitLimit(10, Duration.ofMillis(50));

    private static final Submission SUBMISSION = new Submission(LabHome.find(), null, null);

    @Test
    void whatWaitsForNearlyAllOfTheTimeIsTheLimit() {
        assertThat(carried(new Rates(195, 195))).isEqualTo(195);
    }

    @Test
    void anAnswerMayTakeSeveralWaits() {
        assertThat(carried(new Rates(49, 196))).isEqualTo(49);
    }

    @Test
    void aMeasurementOnABusyMachineIsMadeAgain() {
        assertThat(carried(new Rates(87, 87), new Rates(140, 140), new Rates(190, 190)))
                .isEqualTo(190);
    }

    @Test
    void aMachineThatStaysBusyGivesNoGrade() {
        assertThatThrownBy(() -> carried(new Rates(87, 87), new Rates(100, 100), new Rates(90, 90)))
                .isInstanceOf(MachineBusy.class)
                .hasMessageContaining("waited for 50 %");
    }

    @Test
    void aBusyMachineIsNoLackOfTheSubmission() {
        QuestionLab lab = labThat(new MachineBusy("It is busy."));

        assertThatThrownBy(() -> lab.marks(SUBMISSION)).hasMessage("It is busy.");
    }

    @Test
    void aServiceThatDoesNotAnswerIsOne() {
        QuestionLab lab = labThat(new LabFailure("It has ended."));

        assertThat(lab.marks(SUBMISSION)).extracting(Mark::points).containsExactly(0);
    }

    private static double carried(Rates... measurements) {
        Iterator<Rates> next = List.of(measurements).iterator();
        double carried = TEN.carried(next::next);
        assertThat(next).isExhausted();
        return carried;
    }

    private static QuestionLab labThat(LabFailure fails) {
        return new QuestionLab("05-pool-sizing") {
            @Override
            Optional<Mark> unanswered(Answers answers) {
                return Optional.empty();
            }

            @Override
            List<Mark> marks(Answers answers, Submission submission) {
                throw fails;
            }

            @Override
            Mark unmeasured(String reason) {
                return new Mark("both services answer", 100, Optional.of(new Lack(reason, "")));
            }

            @Override
            public List<ContenderSpec> contenders() {
                return List.of();
            }
        };
    }
}
