package org.concurrencylab.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.BookInput;
import org.concurrencylab.environment.Await;
import org.concurrencylab.simulations.Isbn;
import org.concurrencylab.verify.reference.Answer;
import org.concurrencylab.verify.reference.ReferenceApi;
import org.concurrencylab.verify.reference.ReferenceBooks;
import org.concurrencylab.verify.reference.ReferenceServer;
import org.concurrencylab.verify.reference.Request;
import org.junit.jupiter.api.Test;

class LoadTest {

    private static final int BOOKS = 10_000;
    private static final URI NO_SELLERS = URI.create("http://127.0.0.1:1");
    private static final int ENOUGH = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final class Store extends ReferenceBooks {
        Store() {
            for (int number = 1; number <= BOOKS; number++) {
                create(new BookInput(Isbn.ofSeeded(number), "Title", "Author", 1, 1_000_000));
            }
        }

        @Override
        protected void requireFree(String isbn, long id) {
            // Ten thousand books are made here, each with an ISBN of its own.
        }

        List<Book> all() {
            return after(0, Integer.MAX_VALUE);
        }
    }

    @Test
    void everyErrandIsAnsweredWellAndBooksDoNotPileUp() throws IOException {
        Store store = new Store();
        try (ReferenceServer service = new ReferenceServer(withOffers(store));
                ReferenceServer other = new ReferenceServer(withOffers(new Store()));
                Load load = new Load(List.of(service.url(), other.url()))) {
            load.open();
            load.rate(200);
            long[] good = {0, 0};
            Await.until(
                    () -> {
                        List<Window> windows = load.take();
                        for (int i = 0; i < good.length; i++) {
                            assertThat(windows.get(i).errors()).isEmpty();
                            good[i] += windows.get(i).good();
                        }
                        return good[0] >= ENOUGH && good[1] >= ENOUGH;
                    },
                    PATIENCE);

            assertThat(good[0]).isGreaterThanOrEqualTo(ENOUGH);
            assertThat(good[1]).isGreaterThanOrEqualTo(ENOUGH);
            assertThat(store.all()).hasSizeBetween(BOOKS + 1, BOOKS + 20);
        }
    }

    @Test
    void goesOnSendingToAServiceThatStandsStillAndCountsTheWait() throws IOException {
        AtomicBoolean stands = new AtomicBoolean();
        CountDownLatch end = new CountDownLatch(1);
        ReferenceApi api = new ReferenceApi(new Store(), NO_SELLERS);
        Function<Request, Answer> standing = request -> {
            if (stands.get()) {
                awaitQuietly(end);
            }
            return api.answer(request);
        };
        try (ReferenceServer service = new ReferenceServer(standing);
                Load load = new Load(List.of(service.url()))) {
            load.open();
            stands.set(true);
            load.rate(200);

            // The hundredth is due half a second after the first, which has no answer yet.
            assertThat(Await.until(() -> load.underWay() >= 100, PATIENCE)).isTrue();
            load.rate(0);
            load.take();
            end.countDown();
            Await.until(() -> load.underWay() == 0, PATIENCE);

            assertThat(load.take().getFirst().p99()).isGreaterThan(400);
        } finally {
            end.countDown();
        }
    }

    @Test
    void otherAnswersAreErrorsByTheirKind() throws IOException {
        ReferenceApi api = new ReferenceApi(new Store(), NO_SELLERS);
        Function<Request, Answer> failing =
                request -> request.method().equals("GET") ? new Answer(500, Map.of(), "") : api.answer(request);
        try (ReferenceServer service = new ReferenceServer(failing);
                Load load = new Load(List.of(service.url()))) {
            load.open();
            load.rate(100);
            boolean seen = Await.until(() -> load.take().getFirst().errors().containsKey("GET 500"), PATIENCE);

            assertThat(seen).isTrue();
        }
    }

    /** The reference waits for sellers no longer than a busy machine may take; here nobody is asked. */
    private static Function<Request, Answer> withOffers(Store store) {
        ReferenceApi api = new ReferenceApi(store, NO_SELLERS);
        return request -> request.path().endsWith("/offer") ? new Answer(200, Map.of(), "{}") : api.answer(request);
    }

    private static void awaitQuietly(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
