package org.concurrencylab.grade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.concurrencylab.api.SellerBehaviour;
import org.concurrencylab.environment.Await;
import org.concurrencylab.environment.SellersProcess;
import org.concurrencylab.experiments.PlainClient;
import org.concurrencylab.experiments.Shop;
import org.concurrencylab.grade.Crowd.Timed;

/**
 * What a service did when many asked for offers of sellers that hang, and some for a book.
 *
 * @param held offers that the sellers held at once
 * @param refused offers answered 503 before the first of the others was answered
 * @param refusedWithoutAdvice those among them without a Retry-After
 * @param firstStatus of the first offer that was not refused; 0 when all were
 * @param readsInTime reads answered before that one
 */
record Hang(int held, int refused, int refusedWithoutAdvice, int firstStatus, int readsInTime) {

    static final int OFFERS = 30;
    static final int READS = 5;
    /** Longer than a service may wait. An end there is, so that a service without a limit is free again after it. */
    static final int MILLIS = 5_000;

    static final int REFUSED = 503;
    static final int TOO_LATE = 504;

    private static final Duration ARRIVES = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int QUIET_LOOKS = 6;

    static Hang of(SellersProcess sellers, PlainClient client, Shop shop, Crowd crowd, long book) {
        sellers.behave(SellerBehaviour.delayedBy(MILLIS));
        List<Future<Timed<PlainClient.Reply>>> offers = IntStream.range(0, OFFERS)
                .mapToObj(i -> crowd.send(() -> shop.askOffer(book)))
                .toList();
        awaitQuiet(sellers, client, offers);
        List<Timed<Integer>> reads = new ArrayList<>();
        for (int i = 0; i < READS; i++) {
            reads.add(Crowd.answer(crowd.send(() -> shop.read(book).status())));
        }
        int held = Looks.mostHeld(client, sellers);
        // Whatever still waits for its turn need not wait for a seller that hangs.
        sellers.behave(SellerBehaviour.PROMPT);
        return of(held, offers.stream().map(Crowd::answer).toList(), reads);
    }

    private static Hang of(int held, List<Timed<PlainClient.Reply>> offers, List<Timed<Integer>> reads) {
        Timed<Integer> first = offers.stream()
                .filter(offer -> offer.value().status() != REFUSED)
                .map(offer -> new Timed<>(offer.value().status(), offer.nanos()))
                .min(Comparator.comparingLong(Timed::nanos))
                .orElse(new Timed<>(0, Long.MAX_VALUE));
        List<PlainClient.Reply> refused = offers.stream()
                .filter(offer -> offer.value().status() == REFUSED && offer.nanos() < first.nanos())
                .map(Timed::value)
                .toList();
        return new Hang(
                held,
                refused.size(),
                Math.toIntExact(refused.stream()
                        .filter(reply -> reply.retryAfter().isEmpty())
                        .count()),
                first.value(),
                Math.toIntExact(reads.stream()
                        .filter(read -> read.value() == Shop.OK && read.nanos() < first.nanos())
                        .count()));
    }

    /**
     * Until the offers have got as far as they get: a read that comes sooner would find a thread that is still free.
     */
    private static void awaitQuiet(
            SellersProcess sellers, PlainClient client, List<Future<Timed<PlainClient.Reply>>> offers) {
        List<Long> arrived = new ArrayList<>();
        Await.until(
                () -> {
                    arrived.add(Looks.held(client, sellers)
                            + offers.stream().filter(Future::isDone).count());
                    return arrived.getLast() > 0
                            && arrived.size() > QUIET_LOOKS
                            && arrived.get(arrived.size() - 1 - QUIET_LOOKS).equals(arrived.getLast());
                },
                ARRIVES,
                PAUSE);
    }
}
