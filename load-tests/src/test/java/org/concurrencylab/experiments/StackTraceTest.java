package org.concurrencylab.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StackTraceTest {
    private static final List<String> LOG = """
            12:00:00.001 INFO  i.q.b.r.Timing started
            12:00:01.002 DEBUG o.c.a.h.SellerProblems It broke: org.concurrencylab.api.http.ProblemException: HTTP 502
            \tat org.concurrencylab.api.http.SellerProblems.of(SellerProblems.java:12)
            \tat org.concurrencylab.books.SellerGateway.lambda$quote$0(SellerGateway.java:30)
            \tat org.concurrencylab.books.SellerGateway_Subclass.quote(Unknown Source)
            \tat java.base/java.lang.Thread.run(Thread.java:1583)
            \tat org.concurrencylab.books.BookResource.offer(BookResource.java:115)
            Caused by: java.lang.IllegalStateException: 500
            \tat io.netty.Loop.run(Loop.java:1)
            \t... 3 more
            12:00:02.003 INFO  i.q.b.r.Timing stopped
            """.lines().toList();

    @Test
    void readsTheTraceOfOneMessageWithItsCauses() {
        StackTrace trace = StackTrace.in(LOG, "It broke");

        assertThat(trace.lines())
                .hasSize(9)
                .startsWith("It broke: org.concurrencylab.api.http.ProblemException: HTTP 502");
        assertThat(trace.frames()).isEqualTo(6);
    }

    @Test
    void countsMethodsThatSomebodyWroteAndALambdaAsTheMethodItStandsIn() {
        assertThat(StackTrace.in(LOG, "It broke").ownMethods())
                .containsExactly("SellerGateway.quote", "BookResource.offer");
    }

    @Test
    void showsOwnFramesAndCountsTheOthers() {
        assertThat(StackTrace.in(LOG, "It broke").inShort())
                .containsExactly(
                        "It broke: org.concurrencylab.api.http.ProblemException: HTTP 502",
                        "    … 1 frame of libraries and generated code",
                        "    at org.concurrencylab.books.SellerGateway.lambda$quote$0(SellerGateway.java:30)",
                        "    … 2 frames of libraries and generated code",
                        "    at org.concurrencylab.books.BookResource.offer(BookResource.java:115)",
                        "Caused by: java.lang.IllegalStateException: 500",
                        "    … 1 frame of libraries and generated code",
                        "    ... 3 more");
    }

    @Test
    void isEmptyWhereNothingWasLogged() {
        assertThat(StackTrace.in(LOG, "It worked").lines()).isEmpty();
    }
}
