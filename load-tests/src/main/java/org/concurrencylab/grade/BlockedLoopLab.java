package org.concurrencylab.grade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.concurrencylab.api.SellerBehaviour;
import org.concurrencylab.environment.Await;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.LabStack;
import org.concurrencylab.environment.SellersProcess;
import org.concurrencylab.environment.ServiceProcess;
import org.concurrencylab.experiments.PlainClient;
import org.concurrencylab.experiments.Shop;
import org.concurrencylab.grade.Crowd.Timed;

/**
 * Lab 7, find and mend a blocked event loop: while an offer waits for a slow seller, others must be served. The sellers
 * tell how many offers they hold at a time, so no time is measured.
 */
final class BlockedLoopLab implements Assignment {

    private static final int WORKERS = 20;
    private static final int OFFERS = 60;
    private static final int ROUNDS = 5;
    private static final int MOST_ROUNDS_LOST = 2;
    private static final int PATIENT_OFFERS = 3;
    /** Below the two seconds that a service waits for a seller, with room for a busy machine. */
    private static final int SLOW_MILLIS = 1_200;

    private static final Duration ARRIVES = Duration.ofSeconds(5);
    private static final String FILE = "SellerCall";
    private static final long BOOK = 1;

    private static final String LOOP_HINT =
            "Ask for an offer of a slow seller and look at the stack of the thread vert.x-eventloop-thread-0 (jstack, or Vert.x's own warning in the log). Whose code stands there and waits?";
    private static final String THREADS_HINT =
            "Moving the wait to another thread gives the loop free and needs a thread for each offer again. Which client does not wait at all?";
    private static final String PATIENCE_HINT =
            "A shorter time limit makes the wait shorter, and the offers fail. How long a seller may take is not for you to change here.";

    @Override
    public String folder() {
        return "07-blocked-loop";
    }

    /** So few that whoever hands a wait to the workers shows it. */
    @Override
    public Map<String, String> settings() {
        return Map.of("lab.workers", String.valueOf(WORKERS));
    }

    @Override
    public List<Mark> marks(LabStack submission) {
        List<ServiceProcess> services = submission.contenders();
        SellersProcess sellers = submission.sellers();
        List<ServiceProcess> reactive = services.stream()
                .filter(service -> service.contender().name().equals(ContenderSpec.REACTIVE.name()))
                .toList();
        List<Mark> marks = new ArrayList<>();
        marks.addAll(Looks.each(services, "waits for a slow seller", 5, service -> patience(sellers, service)));
        marks.addAll(Looks.each(reactive, "reads while an offer waits", 35, service -> reads(sellers, service)));
        marks.addAll(Looks.each(reactive, "offers wait side by side", 35, service -> sideBySide(sellers, service)));
        marks.addAll(Looks.each(services, "offers keep the contract", 5, service -> {
            sellers.behave(SellerBehaviour.PROMPT);
            return Looks.contract(submission, service, Set.of("OfferContract"), FILE);
        }));
        return marks;
    }

    private static Optional<Lack> patience(SellersProcess sellers, ServiceProcess service) {
        sellers.behave(SellerBehaviour.delayedBy(SLOW_MILLIS));
        try (PlainClient client = new PlainClient();
                Crowd crowd = new Crowd()) {
            Shop shop = new Shop(client, service.url());
            List<Future<Timed<Integer>>> offers = IntStream.range(0, PATIENT_OFFERS)
                    .mapToObj(i -> crowd.send(() -> shop.offer(BOOK)))
                    .toList();
            List<Integer> others = Crowd.answers(offers).stream()
                    .filter(status -> status != Shop.OK)
                    .toList();
            return others.size() < PATIENT_OFFERS
                    ? Optional.empty()
                    : Optional.of(new Lack(
                            "%s gave up %d of %d offers of a seller that takes %,d ms, with status %d."
                                    .formatted(
                                            service.contender().name(),
                                            others.size(),
                                            PATIENT_OFFERS,
                                            SLOW_MILLIS,
                                            others.getFirst()),
                            PATIENCE_HINT,
                            Looks.source(service, FILE)));
        }
    }

    /** A read that is answered while the sellers still hold an offer was not kept waiting by it. */
    private static Optional<Lack> reads(SellersProcess sellers, ServiceProcess service) {
        sellers.behave(SellerBehaviour.delayedBy(SLOW_MILLIS));
        int served = 0;
        try (PlainClient client = new PlainClient();
                Crowd crowd = new Crowd()) {
            Shop shop = new Shop(client, service.url());
            for (int round = 0; round < ROUNDS; round++) {
                Future<Timed<Integer>> offer = crowd.send(() -> shop.offer(BOOK));
                Await.until(() -> Looks.held(client, sellers) > 0 || offer.isDone(), ARRIVES);
                int status = shop.read(BOOK).status();
                served += status == Shop.OK && Looks.held(client, sellers) > 0 ? 1 : 0;
                Crowd.answer(offer);
            }
        }
        return served >= ROUNDS - MOST_ROUNDS_LOST
                ? Optional.empty()
                : Optional.of(new Lack(
                        "%s answered %d of %d reads while an offer waited for its seller: the event loop is blocked."
                                .formatted(service.contender().name(), served, ROUNDS),
                        LOOP_HINT,
                        Looks.source(service, FILE)));
    }

    private static Optional<Lack> sideBySide(SellersProcess sellers, ServiceProcess service) {
        sellers.behave(SellerBehaviour.delayedBy(SLOW_MILLIS));
        try (PlainClient client = new PlainClient();
                Crowd crowd = new Crowd()) {
            Shop shop = new Shop(client, service.url());
            List<Future<Timed<Integer>>> offers = IntStream.range(0, OFFERS)
                    .mapToObj(i -> crowd.send(() -> shop.offer(BOOK)))
                    .toList();
            Await.until(
                    () -> Looks.mostHeld(client, sellers) > WORKERS
                            || offers.stream().allMatch(Future::isDone),
                    ARRIVES);
            int most = Looks.mostHeld(client, sellers);
            // Whatever still waits for its turn need not wait for a slow seller.
            sellers.behave(SellerBehaviour.PROMPT);
            Crowd.answers(offers);
            return most > WORKERS
                    ? Optional.empty()
                    : Optional.of(new Lack(
                            "%s had %d of %d offers under way at once, with %d worker threads: each waits on a thread."
                                    .formatted(service.contender().name(), most, OFFERS, WORKERS),
                            THREADS_HINT,
                            Looks.source(service, FILE)));
        }
    }
}
