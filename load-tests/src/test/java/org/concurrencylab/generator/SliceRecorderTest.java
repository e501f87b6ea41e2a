package org.concurrencylab.generator;

import static org.assertj.core.api.Assertions.assertThat;

import org.concurrencylab.simulations.BookClient;
import org.concurrencylab.simulations.Mix;
import org.concurrencylab.simulations.Shelf;
import org.junit.jupiter.api.Test;

class SliceRecorderTest {
    private static final int FIRST = BookClient.OPENING_USERS + 1;
    private static final long MILLI = 1_000_000;
    private static final long LATE = 30 * MILLI;

    private final SliceRequest request = new SliceRequest("http://127.0.0.1:1", Mix.CRUD, 10, 0, 1, 1, 1, true, 1);
    private final OpenSchedule schedule = new OpenSchedule(request);
    private final SliceRecorder recorder = new SliceRecorder(request, schedule, Shelf.fresh(1));

    @Test
    void takesTheEarliestUserForTheStartOfTheInjection() {
        assertThat(recorder.started()).isFalse();

        recorder.begin(1, LATE);
        assertThat(recorder.startNanos()).isEqualTo(LATE);

        recorder.begin(FIRST, schedule.offsetMillis(FIRST) * MILLI);
        assertThat(recorder.startNanos()).isZero();

        recorder.begin(FIRST + 1, schedule.offsetMillis(FIRST + 1) * MILLI + LATE);
        assertThat(recorder.startNanos()).as("a late user does not move it").isZero();
    }

    @Test
    void settlesTheStartBeforeTheMeasuredPart() {
        recorder.begin(1, LATE);
        long measured = FIRST + 10;
        assertThat(schedule.measures(measured)).isTrue();

        recorder.begin(measured, schedule.offsetMillis(measured) * MILLI);

        assertThat(recorder.startNanos()).isEqualTo(LATE);
    }

    @Test
    void countsUsersThatHaveNotEndedAsInFlight() {
        recorder.begin(1, 0);
        recorder.begin(2, 0);
        recorder.begin(FIRST + 20, 0);

        assertThat(recorder.part(0).inFlight())
                .as("the slice is over before the last one")
                .isEqualTo(2);
    }

    @Test
    void givesEachUserTheSameTaskInEveryRun() {
        SliceRecorder again = new SliceRecorder(request, schedule, Shelf.fresh(1));

        for (long user = FIRST; user < FIRST + 20; user++) {
            assertThat(recorder.begin(user, 0).orElseThrow().operation())
                    .isEqualTo(again.begin(user, 0).orElseThrow().operation());
        }
    }
}
