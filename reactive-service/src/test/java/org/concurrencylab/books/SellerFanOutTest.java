package org.concurrencylab.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.concurrencylab.api.ProblemType;
import org.concurrencylab.api.SellerQuote;
import org.concurrencylab.api.http.SellerAnswer;
import org.concurrencylab.api.http.SellerProblems;
import org.junit.jupiter.api.Test;

class SellerFanOutTest {

    private static final String ISBN = "9780000000019";
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofSeconds(2);

    @Test
    void asksEachSellerOnce() {
        SellerFanOut fanOut = new SellerFanOut(LONG);

        List<SellerAnswer> answers = fanOut.ask(500, seller -> Uni.createFrom().item(SellerQuote.standIn(seller, ISBN)))
                .await()
                .atMost(LONG);

        assertThat(answers)
                .hasSize(500)
                .allSatisfy(answer -> assertThat(answer)
                        .isEqualTo(SellerAnswer.of(answer.seller(), SellerQuote.standIn(answer.seller(), ISBN))));
        assertThat(answers).extracting(SellerAnswer::seller).doesNotHaveDuplicates();
    }

    @Test
    void asksThemAtOnce() {
        SellerFanOut fanOut = new SellerFanOut(LONG);
        List<Integer> underWay = new ArrayList<>();

        fanOut.ask(500, seller -> {
                    underWay.add(seller);
                    return Uni.createFrom().nothing();
                })
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .assertNotTerminated();

        assertThat(underWay).hasSize(500);
    }

    @Test
    void leavesOutAndEndsTheCallsThatAreTooLate() throws Exception {
        SellerFanOut fanOut = new SellerFanOut(SHORT);
        CountDownLatch ended = new CountDownLatch(1);
        Uni<SellerQuote> hanging =
                Uni.createFrom().<SellerQuote>nothing().onCancellation().invoke(ended::countDown);

        List<SellerAnswer> answers = fanOut.ask(
                        2, seller -> seller == 1 ? Uni.createFrom().item(SellerQuote.standIn(1, ISBN)) : hanging)
                .await()
                .atMost(LONG);

        assertThat(answers).containsExactly(SellerAnswer.of(1, SellerQuote.standIn(1, ISBN)));
        assertThat(ended.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void tellsWhichSellersFailed() {
        SellerFanOut fanOut = new SellerFanOut(LONG);

        List<SellerAnswer> answers = fanOut.ask(
                        1, seller -> Uni.createFrom().failure(SellerProblems.of(new IllegalStateException())))
                .await()
                .atMost(LONG);

        assertThat(answers).containsExactly(new SellerAnswer(1, null, ProblemType.SELLER_FAILED));
    }

    @Test
    void hidesNoFaultOfOurs() {
        SellerFanOut fanOut = new SellerFanOut(LONG);

        assertThatThrownBy(() -> fanOut.ask(1, seller -> Uni.createFrom().failure(new UnsupportedOperationException()))
                        .await()
                        .atMost(LONG))
                .hasRootCauseInstanceOf(UnsupportedOperationException.class);
    }
}
