package org.concurrencylab.grade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.concurrencylab.api.SellerBehaviour;
import org.concurrencylab.environment.Await;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.LabStack;
import org.concurrencylab.environment.SellersProcess;
import org.concurrencylab.environment.ServiceProcess;
import org.concurrencylab.experiments.PlainClient;
import org.concurrencylab.experiments.Shop;
import org.concurrencylab.grade.Crowd.Timed;

/**
 * Lab 9, keep a hanging seller from hurting everybody: a time limit, a bulkhead and a circuit breaker. Looks at what is
 * refused, what the sellers hold and which answer comes first.
 */
final class HangingSellerLab implements Assignment {

    private static final int WORKERS = 20;
    /** Fewer than there are workers, so that some are left for those who ask no seller. */
    private static final int CONNECTIONS = 10;

    private static final int ROUNDS = 3;
    private static final int MOST_ROUNDS_LOST = 1;
    /** Below the two seconds that a service waits for a seller, with room for a busy machine. */
    private static final int SLOW_MILLIS = 1_200;

    private static final int FAILURES = 60;
    /** Together, so that who answers late does so once for all of them. */
    private static final int FAILURES_AT_ONCE = 5;

    private static final Duration ARRIVES = Duration.ofSeconds(5);
    /** Many times as long as a circuit stays open. */
    private static final Duration RECOVERY = Duration.ofSeconds(15);

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final SellerBehaviour FAILING = new SellerBehaviour(0, 0, 1, 0);
    private static final String FILE = "SellerGateway";
    private static final long BOOK = 1;

    private static final String PROMPT_HINT =
            "A time limit is how long to wait at most, not how long to wait. What ends the wait of an offer whose seller has answered already?";
    private static final String READS_HINT =
            "How many threads are there for all requests, and how many of them may wait for sellers? A ship with bulkheads loses one compartment, not all.";
    private static final String EXCESS_HINT =
            "lab.seller-connections says how many calls there may be at once. Whoever comes beyond that is told at once to come later: 503 with Retry-After.";
    private static final String TIMEOUT_HINT =
            "Who waits for a seller without a limit waits as long as the seller likes. Where does the client for the sellers get its limit from?";
    private static final String OPENS_HINT =
            "After many failures the next call will most likely fail, too. What spares the sellers the calls, and the callers the wait?";
    private static final String CLOSES_HINT =
            "Whoever never asks again never learns that the sellers are well. When, and with how many calls, does your circuit try?";

    /** A check of the suite waits half a minute for a service that gives no answer. */
    private static final String CONTRACT_LATER = "The contract is looked at once nothing else is lacking.";

    private static final String CONTRACT_HINT = "Mend the rest first.";

    @Override
    public String folder() {
        return "09-hanging-seller";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("lab.workers", String.valueOf(WORKERS), "lab.seller-connections", String.valueOf(CONNECTIONS));
    }

    @Override
    public List<Mark> marks(LabStack submission) {
        List<ServiceProcess> services = submission.contenders();
        SellersProcess sellers = submission.sellers();
        Map<ServiceProcess, Hang> seen = new HashMap<>();
        Function<ServiceProcess, Hang> hang = service -> seen.computeIfAbsent(service, each -> hang(sellers, each));
        List<Mark> marks = new ArrayList<>();
        marks.addAll(
                Looks.each(services, "a prompt seller's offer comes at once", 5, service -> prompt(sellers, service)));
        marks.addAll(
                Looks.each(services, "reads while sellers hang", 8, service -> reads(service, hang.apply(service))));
        marks.addAll(Looks.each(services, "too many offers", 8, service -> excess(service, hang.apply(service))));
        marks.addAll(Looks.each(services, "a limit to the wait", 4, service -> limit(service, hang.apply(service))));
        marks.addAll(Looks.each(services, "sellers that fail, and recover", 5, service -> circuit(sellers, service)));
        boolean whole = marks.stream().allMatch(mark -> mark.lack().isEmpty());
        marks.add(Mark.of(
                "all three keep the contract",
                10,
                "See what the services answer: ./lab up starts them.",
                () -> whole ? contract(submission) : Optional.of(new Lack(CONTRACT_LATER, CONTRACT_HINT))));
        return marks;
    }

    private static Optional<Lack> contract(LabStack submission) {
        return submission.contenders().stream()
                .map(service -> Looks.contract(submission, service, Set.of("OfferContract", "GuardContract"), FILE))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** An offer whose seller answers at once must overtake an offer whose seller does not. */
    private static Optional<Lack> prompt(SellersProcess sellers, ServiceProcess service) {
        int overtook = 0;
        try (PlainClient client = new PlainClient();
                Crowd crowd = new Crowd()) {
            Shop shop = new Shop(client, service.url());
            for (int round = 0; round < ROUNDS; round++) {
                sellers.behave(SellerBehaviour.delayedBy(SLOW_MILLIS));
                Future<Timed<Integer>> slow = crowd.send(() -> shop.offer(BOOK));
                Await.until(() -> Looks.held(client, sellers) > 0 || slow.isDone(), ARRIVES);
                sellers.behave(SellerBehaviour.PROMPT);
                Timed<Integer> prompt = Crowd.answer(crowd.send(() -> shop.offer(BOOK)));
                overtook += prompt.value() == Shop.OK
                                && prompt.nanos() < Crowd.answer(slow).nanos()
                        ? 1
                        : 0;
            }
        }
        return lack(
                overtook < ROUNDS - MOST_ROUNDS_LOST,
                service,
                "kept %d of %d offers of prompt sellers waiting until one of a slow seller was there."
                        .formatted(ROUNDS - overtook, ROUNDS),
                PROMPT_HINT);
    }

    private static Hang hang(SellersProcess sellers, ServiceProcess service) {
        sellers.behave(SellerBehaviour.PROMPT);
        try (PlainClient client = new PlainClient();
                Crowd crowd = new Crowd()) {
            Shop shop = new Shop(client, service.url());
            recovers(shop);
            return Hang.of(sellers, client, shop, crowd, BOOK);
        }
    }

    private static Optional<Lack> reads(ServiceProcess service, Hang hang) {
        return lack(
                hang.readsInTime() < Hang.READS - MOST_ROUNDS_LOST,
                service,
                "answered %d of %d reads while offers waited for hanging sellers."
                        .formatted(hang.readsInTime(), Hang.READS),
                READS_HINT);
    }

    private static Optional<Lack> excess(ServiceProcess service, Hang hang) {
        return lack(
                        hang.held() > CONNECTIONS,
                        service,
                        "called sellers that hang %d times at once, and lab.seller-connections is %d."
                                .formatted(hang.held(), CONNECTIONS),
                        EXCESS_HINT)
                .or(() -> lack(
                        hang.refused() == 0,
                        service,
                        "refused none of %d offers at once, and lab.seller-connections is %d."
                                .formatted(Hang.OFFERS, CONNECTIONS),
                        EXCESS_HINT))
                .or(() -> lack(
                        hang.refusedWithoutAdvice() > 0,
                        service,
                        "refused %d offers without a Retry-After.".formatted(hang.refusedWithoutAdvice()),
                        EXCESS_HINT));
    }

    private static Optional<Lack> limit(ServiceProcess service, Hang hang) {
        return lack(
                hang.firstStatus() != Hang.TOO_LATE,
                service,
                "ended the first wait for sellers that take %,d ms with status %d; the two seconds that they have end with 504."
                        .formatted(Hang.MILLIS, hang.firstStatus()),
                TIMEOUT_HINT);
    }

    private static Optional<Lack> circuit(SellersProcess sellers, ServiceProcess service) {
        try (PlainClient client = new PlainClient();
                Crowd crowd = new Crowd()) {
            Shop shop = new Shop(client, service.url());
            sellers.behave(SellerBehaviour.PROMPT);
            recovers(shop);
            sellers.behave(FAILING);
            int calls = 0;
            while (calls < FAILURES && !isOpen(shop, crowd)) {
                calls += FAILURES_AT_ONCE;
            }
            sellers.behave(SellerBehaviour.PROMPT);
            int failed = calls;
            return lack(
                            failed == FAILURES,
                            service,
                            "called the sellers %d times although every call failed.".formatted(failed),
                            OPENS_HINT)
                    .or(() -> lack(
                            !recovers(shop),
                            service,
                            "gave no offer in the %d s after the sellers were well again."
                                    .formatted(RECOVERY.toSeconds()),
                            CLOSES_HINT));
        }
    }

    /** A circuit that is open refuses all; a bulkhead, however small, lets one through. */
    private static boolean isOpen(Shop shop, Crowd crowd) {
        List<Future<Timed<Integer>>> offers = IntStream.range(0, FAILURES_AT_ONCE)
                .mapToObj(i -> crowd.send(() -> shop.offer(BOOK)))
                .toList();
        return Crowd.answers(offers).stream().allMatch(status -> status == Hang.REFUSED);
    }

    /** Whether offers are given, now or once a circuit that is open from before has closed. */
    private static boolean recovers(Shop shop) {
        return Await.until(() -> given(shop), RECOVERY, PAUSE);
    }

    private static boolean given(Shop shop) {
        try {
            return shop.offer(BOOK) == Shop.OK;
        } catch (LabFailure e) {
            return false;
        }
    }

    private static Optional<Lack> lack(boolean lacking, ServiceProcess service, String what, String hint) {
        return lacking
                ? Optional.of(new Lack(service.contender().name() + " " + what, hint, Looks.source(service, FILE)))
                : Optional.empty();
    }
}
