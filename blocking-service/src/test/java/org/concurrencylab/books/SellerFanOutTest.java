package org.concurrencylab.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.concurrencylab.api.ProblemType;
import org.concurrencylab.api.SellerQuote;
import org.concurrencylab.api.http.ProblemException;
import org.concurrencylab.api.http.SellerAnswer;
import org.concurrencylab.api.http.SellerProblems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SellerFanOutTest {

    private static final String ISBN = "9780000000019";
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofSeconds(2);

    @ParameterizedTest
    @CsvSource({"true, 1", "false, 1", "false, 2", "false, 8"})
    void asksEachSellerOnce(boolean virtual, int most) {
        SellerFanOut fanOut = new SellerFanOut(SellerFanOut.threads(virtual, most, 100), LONG);

        List<SellerAnswer> answers = fanOut.ask(20, seller -> SellerQuote.standIn(seller, ISBN));

        assertThat(answers)
                .hasSize(20)
                .allSatisfy(answer -> assertThat(answer)
                        .isEqualTo(SellerAnswer.of(answer.seller(), SellerQuote.standIn(answer.seller(), ISBN))));
        assertThat(answers).extracting(SellerAnswer::seller).doesNotHaveDuplicates();
        fanOut.stop();
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "false, 8"})
    void asksThemAtOnce(boolean virtual, int most) {
        SellerFanOut fanOut = new SellerFanOut(SellerFanOut.threads(virtual, most, 100), LONG);
        CyclicBarrier allUnderWay = new CyclicBarrier(8);

        List<SellerAnswer> answers = fanOut.ask(8, seller -> {
            meet(allUnderWay);
            return SellerQuote.standIn(seller, ISBN);
        });

        assertThat(answers).hasSize(8);
        fanOut.stop();
    }

    @Test
    void asksThemOnTheThreadOfTheCallerWhereThereIsOne() {
        SellerFanOut fanOut = new SellerFanOut(SellerFanOut.threads(false, 1, 100), LONG);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();

        fanOut.ask(5, seller -> {
            threads.add(Thread.currentThread());
            return SellerQuote.standIn(seller, ISBN);
        });

        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "false, 8"})
    void leavesOutAndEndsTheCallsThatAreTooLate(boolean virtual, int most) throws Exception {
        SellerFanOut fanOut = new SellerFanOut(SellerFanOut.threads(virtual, most, 100), SHORT);
        CountDownLatch ended = new CountDownLatch(1);

        List<SellerAnswer> answers = fanOut.ask(2, seller -> seller == 1 ? SellerQuote.standIn(1, ISBN) : hang(ended));

        assertThat(answers).containsExactly(SellerAnswer.of(1, SellerQuote.standIn(1, ISBN)));
        assertThat(ended.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        fanOut.stop();
    }

    @Test
    void asksNoMoreSellersOnTheThreadOfTheCallerOnceTheTimeIsOver() {
        SellerFanOut fanOut = new SellerFanOut(SellerFanOut.threads(false, 1, 100), Duration.ofNanos(1));

        List<SellerAnswer> answers = fanOut.ask(5, seller -> SellerQuote.standIn(seller, ISBN));

        assertThat(answers).extracting(SellerAnswer::seller).containsExactly(1);
    }

    @Test
    void refusesARequestThatThePoolHasNoRoomFor() {
        SellerFanOut fanOut = new SellerFanOut(SellerFanOut.threads(false, 2, 1), LONG);
        CountDownLatch ended = new CountDownLatch(2);

        assertThatThrownBy(() -> fanOut.ask(4, seller -> hang(ended)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.OVERLOADED));
        fanOut.stop();
    }

    @Test
    void tellsWhichSellersFailed() {
        SellerFanOut fanOut = new SellerFanOut(SellerFanOut.threads(true, 1, 1), LONG);

        List<SellerAnswer> answers = fanOut.ask(1, seller -> {
            throw SellerProblems.of(new IllegalStateException());
        });

        assertThat(answers).containsExactly(new SellerAnswer(1, null, ProblemType.SELLER_FAILED));
        fanOut.stop();
    }

    @Test
    void hidesNoFaultOfOurs() {
        SellerFanOut fanOut = new SellerFanOut(SellerFanOut.threads(true, 1, 1), LONG);

        assertThatThrownBy(() -> fanOut.ask(2, seller -> {
                    throw new UnsupportedOperationException();
                }))
                .hasRootCauseInstanceOf(UnsupportedOperationException.class);
        fanOut.stop();
    }

    /** Ends only when it is interrupted. */
    private static SellerQuote hang(CountDownLatch ended) {
        try {
            Thread.sleep(LONG);
        } catch (InterruptedException e) {
            ended.countDown();
        }
        throw SellerProblems.of(new IllegalStateException());
    }

    private static void meet(CyclicBarrier others) {
        try {
            others.await(LONG.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("Not all calls were under way at once", e);
        }
    }
}
