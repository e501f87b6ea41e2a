package org.concurrencylab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.concurrencylab.compare.BusyLoops.Found;
import org.junit.jupiter.api.Test;

class BusyLoopsTest {

    private static final String WARNING =
            "WARN [io.ver.cor.imp.BlockedThreadChecker] Thread Thread[vert.x-eventloop-thread-0] has been blocked for 84 ms, time limit is 50 ms: io.vertx.core.VertxException: Thread blocked";
    private static final String THEIRS = "\tat java.base/java.lang.Thread.sleep(Thread.java:509)";
    private static final String OURS = "\tat org.concurrencylab.books.BookResource.find(BookResource.java:50)";

    @Test
    void countsWarningsAndThoseWithAFrameOfOurs() {
        assertThat(Found.in(List.of("started", WARNING, THEIRS, OURS, "served", WARNING, THEIRS)))
                .isEqualTo(new Found(2, 1));
    }

    @Test
    void doesNotTakeTheStackOfAnotherMessageForTheWarnings() {
        assertThat(Found.in(List.of(WARNING, THEIRS, "ERROR Request failed", OURS)))
                .isEqualTo(new Found(1, 0));
    }

    @Test
    void namesWhoWasBusyAndWhoNeverWas() {
        BusyLoops loops = new BusyLoops();
        loops.count("threads", new Found(0, 0));
        loops.count("virtual", new Found(2, 1));
        loops.count("reactive", new Found(0, 0));
        loops.count("virtual", new Found(1, 0));

        assertThat(loops.remarks())
                .containsExactly(
                        "Vert.x, which looks every 20 ms, found an event loop of virtual busy for more than 50 ms 3 times, 1 of them in code of this project.",
                        "Vert.x, which looks every 20 ms, never found an event loop of threads, reactive busy for more than 50 ms.");
    }

    @Test
    void findsNothingInAQuietLog() {
        assertThat(Found.in(List.of("started", THEIRS, OURS))).isEqualTo(new Found(0, 0));
    }
}
