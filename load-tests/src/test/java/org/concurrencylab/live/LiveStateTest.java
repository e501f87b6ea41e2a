package org.concurrencylab.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.concurrencylab.generator.SliceEvent;
import org.concurrencylab.live.LiveEvent.Target;
import org.concurrencylab.results.Finding;
import org.concurrencylab.results.Finding.Kind;
import org.junit.jupiter.api.Test;

class LiveStateTest {

    private static final Instant START = Instant.parse("2026-11-20T10:15:00Z");
    private static final Target THREADS = SampleRun.target("threads", 1);

    @Test
    void knowsNothingAtFirst() {
        LiveMessage message = message(begin());

        assertThat(message.phase()).isEqualTo(Phase.STARTING);
        assertThat(message.target()).isNull();
        assertThat(message.contenders())
                .extracting(LiveMessage.Contender::name)
                .containsExactlyElementsOf(SampleRun.CONTENDERS);
        assertThat(message.contenders())
                .extracting(LiveMessage.Contender::figures)
                .containsOnly(Figures.NONE);
    }

    @Test
    void countsTheTimeDownByExpectedLengthsOfSteps() {
        LiveState state = begin().after(new LiveEvent.Step("starting", 15), START)
                .after(new LiveEvent.Step("warm-up", 10), START.plusSeconds(40));

        assertThat(state.clock().secondsLeft(START.plusSeconds(44))).isEqualTo(100 - 15 - 4);
        assertThat(state.clock().secondsLeft(START.plusSeconds(90)))
                .as("a step that takes longer stops the clock")
                .isEqualTo(100 - 15 - 10);
    }

    @Test
    void showsTheLastHalfSecondOfWhoIsLoaded() {
        LiveState state = after(
                new LiveEvent.SliceBegan(THREADS),
                SampleRun.sample(1.0, 970, 200_000, 300_000),
                SampleRun.sample(1.5, 990, 210_000, 310_000));

        LiveMessage.Contender threads = message(state).contenders().getFirst();
        assertThat(threads.now()).isTrue();
        assertThat(threads.figures().rate()).isEqualTo(990);
        assertThat(threads.figures().p99()).isEqualTo(310_000);
        assertThat(threads.points()).containsExactly(new Track.Point(970, 300_000L), new Track.Point(990, 310_000L));
    }

    @Test
    void showsEachItsShareOfALoadOnAllTogether() {
        LiveState state = after(
                new LiveEvent.SliceBegan(Target.warmUp(400, 2)),
                new LiveEvent.Sampled(new SliceEvent.Progress(0.5, 1_170, 4, 30, 900L, 4_000L)));

        assertThat(message(state).contenders()).hasSize(3).allSatisfy(contender -> {
            assertThat(contender.now()).isTrue();
            assertThat(contender.figures().rate()).isEqualTo(390);
            assertThat(contender.figures().p99()).as("of all").isEqualTo(4_000);
            assertThat(contender.figures().inFlight()).isEqualTo(10);
            assertThat(contender.errors()).as("none is hidden").isEqualTo(2);
        });
    }

    @Test
    void leavesRampAndWaitForTheLastAnswersOutOfTheTimeLine() {
        LiveState state = after(
                new LiveEvent.SliceBegan(THREADS),
                SampleRun.sample(0.5, 300, 200_000, 300_000),
                SampleRun.sample(1.0, 970, 200_000, 300_000),
                SampleRun.sample(2.5, 40, 200_000, 300_000));

        assertThat(state.track("threads").points()).containsExactly(new Track.Point(970, 300_000L));
        assertThat(state.track("threads").figures().rate()).isEqualTo(970);
    }

    @Test
    void showsMediansOfValidSlicesBetweenSlices() {
        LiveState state = begin();
        for (double rate : new double[] {900, 1_000, 1_040}) {
            state = after(
                    state,
                    new LiveEvent.SliceBegan(THREADS),
                    SampleRun.sample(1.0, 1, 1, 1),
                    new LiveEvent.SliceEnded(SampleRun.slice("threads", rate, 200_000, List.of())));
        }
        Finding disturbed = new Finding(Kind.FOREIGN_CPU, "others were busy");
        state = after(
                state,
                new LiveEvent.SliceBegan(THREADS),
                new LiveEvent.SliceEnded(SampleRun.slice("threads", 5, 200_000, List.of(disturbed))));

        LiveMessage.Contender threads = message(state).contenders().getFirst();
        assertThat(threads.now()).isFalse();
        assertThat(threads.slices()).isEqualTo(3);
        assertThat(threads.figures().rate()).isEqualTo(1_000);
        assertThat(threads.figures().threads()).isEqualTo(225);
        assertThat(threads.figures().cpuMillis()).isEqualTo(0.25);
        assertThat(threads.figures().cpuShare()).isEqualTo(0.42);
    }

    @Test
    void showsADisturbedSliceWhereThereIsNoOther() {
        Finding disturbed = new Finding(Kind.FOREIGN_CPU, "others were busy");
        LiveState state = after(
                new LiveEvent.SliceBegan(THREADS),
                SampleRun.sample(1.0, 970, 200_000, 300_000),
                new LiveEvent.SliceEnded(SampleRun.slice("threads", 960, 200_000, List.of(disturbed))));

        LiveMessage.Contender threads = message(state).contenders().getFirst();
        assertThat(threads.slices()).isZero();
        assertThat(threads.figures().rate()).isEqualTo(960);
        assertThat(threads.figures().threads()).isEqualTo(225);
    }

    @Test
    void keepsWorkloadsApart() {
        Target crud = new Target("crud-1500", "crud", 1_500, "threads", false, 1, 3, 0.35, 2);
        LiveState state = after(
                new LiveEvent.SliceBegan(THREADS),
                SampleRun.sample(1.0, 970, 200_000, 300_000),
                new LiveEvent.SliceBegan(crud));

        assertThat(state.track("threads")).isEqualTo(Track.EMPTY);
        assertThat(after(state, new LiveEvent.SliceBegan(THREADS))
                        .track("threads")
                        .points())
                .hasSize(1);
    }

    @Test
    void addsUpErrorsWithoutCountingThemTwice() {
        LiveState state = after(
                new LiveEvent.SliceBegan(THREADS),
                new LiveEvent.Sampled(new SliceEvent.Progress(1, 10, 3, 0, null, null)),
                new LiveEvent.Sampled(new SliceEvent.Progress(1.5, 10, 5, 0, null, null)));

        assertThat(state.track("threads").allErrors()).isEqualTo(5);
        assertThat(after(state, new LiveEvent.SliceBegan(THREADS))
                        .track("threads")
                        .allErrors())
                .isEqualTo(5);
    }

    @Test
    void boundsTheTimeLine() {
        LiveState state = after(new LiveEvent.SliceBegan(THREADS));
        for (int i = 0; i < 1_000; i++) {
            state = after(state, SampleRun.sample(1, i, 1, 1));
        }

        assertThat(state.track("threads").points()).hasSizeLessThan(300).last().isEqualTo(new Track.Point(999, 1L));
    }

    @Test
    void staysAtItsEnd() {
        LiveState done = after(new LiveEvent.Finished(Path.of("report.html")));

        assertThat(done.phase()).isEqualTo(Phase.DONE);
        assertThat(after(done, new LiveEvent.Ended(), new LiveEvent.Entered(Phase.REPORT)))
                .isEqualTo(done);
        assertThat(after(new LiveEvent.Ended()).phase()).isEqualTo(Phase.ENDED);
    }

    private static LiveState begin() {
        return LiveState.begin(SampleRun.CONTENDERS, 100, START);
    }

    private static LiveState after(LiveEvent... events) {
        return after(begin(), events);
    }

    private static LiveState after(LiveState state, LiveEvent... events) {
        LiveState next = state;
        for (LiveEvent event : events) {
            next = next.after(event, START);
        }
        return next;
    }

    private static LiveMessage message(LiveState state) {
        return LiveMessage.of(state, START);
    }
}
