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
    void findsNothingInAQuietLog() {
        assertThat(Found.in(List.of("started", THEIRS, OURS))).isEqualTo(new Found(0, 0));
    }
}
