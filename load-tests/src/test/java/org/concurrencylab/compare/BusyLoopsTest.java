package org.concurrencylab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.concurrencylab.compare.BusyLoops.Found;
import org.junit.jupiter.api.Test;

class BusyLoopsTest {

    private static final String WARNING =
            "00:00:01.084 WARN  io.ve.co.im.BlockedThreadChecker Thread Thread[vert.x-eventloop-thread-0] has been blocked for 84 ms, time limit is 50 ms: io.vertx.core.VertxException: Thread blocked";
    private static final LocalTime BEGIN = LocalTime.of(0, 0, 1);
    private static final String THEIRS = "\tat java.base/java.lang.Thread.sleep(Thread.java:509)";
    private static final String OURS = "\tat org.concurrencylab.books.BookResource.find(BookResource.java:50)";
    private static final ToDoubleBiFunction<Instant, Instant> NO_PAUSE = (from, to) -> 0;

    @Test
    void countsWarningsAndThoseWithAFrameOfOurs() {
        assertThat(Found.in(List.of("started", WARNING, THEIRS, OURS, "served", WARNING, THEIRS), NO_PAUSE))
                .isEqualTo(new Found(2, 0, 1));
    }

    @Test
    void doesNotTakeTheStackOfAnotherMessageForTheWarnings() {
        assertThat(Found.in(List.of(WARNING, THEIRS, "ERROR Request failed", OURS), NO_PAUSE))
                .isEqualTo(new Found(1, 0, 0));
    }

    @Test
    void accusesNobodyWhomTheCollectorStopped() {
        assertThat(Found.in(List.of(WARNING, OURS), (from, to) -> 34)).isEqualTo(new Found(1, 1, 0));
        assertThat(Found.in(List.of(WARNING, OURS), (from, to) -> 33)).isEqualTo(new Found(1, 0, 1));
    }

    @Test
    void asksForPausesOfTheTimeInWhichTheLoopWasBusy() {
        Found.in(List.of(WARNING, OURS), (from, to) -> {
            assertThat(LocalTime.ofInstant(from, ZoneId.systemDefault())).isEqualTo(BEGIN);
            assertThat(Duration.between(from, to)).isEqualTo(Duration.ofMillis(89));
            assertThat(from).isBetween(Instant.now().minus(Duration.ofHours(25)), Instant.now());
            return 0;
        });
    }

    @Test
    void namesWhoWasBusyAndWhoNeverWas() {
        BusyLoops loops = new BusyLoops();
        loops.count("threads", Found.NOTHING);
        loops.count("virtual", new Found(5, 2, 1));
        loops.count("reactive", Found.NOTHING);
        loops.count("virtual", new Found(1, 0, 0));

        assertThat(loops.remarks())
                .containsExactly(
                        "Vert.x, which looks every 20 ms, found an event loop of virtual busy for more than 50 ms 6 times: 2 in pauses of the garbage collector, 1 in code of this project, 3 elsewhere.",
                        "Vert.x, which looks every 20 ms, never found an event loop of threads, reactive busy for more than 50 ms.");
    }

    @Test
    void findsNothingInAQuietLog() {
        assertThat(Found.in(List.of("started", THEIRS, OURS), NO_PAUSE)).isEqualTo(Found.NOTHING);
    }
}
