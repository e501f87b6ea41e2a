package org.concurrencylab.grade;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.concurrencylab.api.SellerBehaviour;
import org.concurrencylab.environment.Await;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.SellersProcess;
import org.concurrencylab.environment.ServiceProcess;
import org.concurrencylab.experiments.PlainClient;
import org.concurrencylab.experiments.Shop;
import org.concurrencylab.grade.Crowd.Timed;

/**
 * What is to be seen of a service while sellers let it wait.
 *
 * @param sellers who can be made slow
 * @param service who waits
 */
record Waiting(SellersProcess sellers, ServiceProcess service) {

    /** Below the two seconds after which a service gives a seller up. */
    private static final SellerBehaviour SLOW = SellerBehaviour.delayedBy(1_500);

    private static final int ATTEMPTS = 4;
    private static final int FEW = 3;
    private static final Duration ARRIVES = Duration.ofSeconds(5);
    private static final int MANY_USERS = 64;
    private static final Duration SETTLE = Duration.ofSeconds(2);
    private static final Duration MEASURED = Duration.ofSeconds(3);
    private static final long BOOK = 1;

    /** Where a thread stands that serves a request which asks one seller; empty when none does. */
    Optional<String> forOneSeller() {
        return dump("/offer", 1, 1).waitsIn();
    }

    /** The same of a request that asks several at once. */
    Optional<String> forManySellers() {
        return dump("/offers?sellers=" + FEW, 1, FEW).waitsIn();
    }

    /** How many of the operating system's threads wait when so many requests ask one seller each. */
    long threads(int requests) {
        return dump("/offer", requests, requests).waiting();
    }

    /**
     * The most requests per second that ask a seller who takes so long.
     *
     * @param workers of the service, each of whom waits for one seller at a time
     * @throws MachineBusy when this machine's CPUs were the limit, and not the workers
     */
    double knee(int workers, int delayMillis) {
        sellers.behave(SellerBehaviour.delayedBy(delayMillis));
        try (PlainClient client = new PlainClient();
                PlainClient observer = new PlainClient()) {
            Shop shop = new Shop(client, service.url());
            return new WaitLimit(workers, Duration.ofMillis(delayMillis))
                    .carried(() -> new ClosedLoad(MANY_USERS, SETTLE, MEASURED)
                            .rates(Shop.OK, user -> shop.offer(BOOK), () -> Looks.answered(observer, sellers)));
        }
    }

    /** What becomes of requests at an even rate that ask a seller who takes so long. */
    OpenLoad.Seen offered(int perSecond, int delayMillis) {
        sellers.behave(SellerBehaviour.delayedBy(delayMillis));
        try (PlainClient client = new PlainClient();
                PlainClient observer = new PlainClient()) {
            Shop shop = new Shop(client, service.url());
            return new OpenLoad(perSecond, SETTLE, MEASURED)
                    .send(Shop.OK, () -> shop.offer(BOOK), () -> Looks.held(observer, sellers));
        }
    }

    private ThreadDump dump(String what, int requests, int calls) {
        return Stream.generate(() -> dumpOnce(what, requests, calls))
                .limit(ATTEMPTS)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new LabFailure("%s never had %d calls of sellers under way."
                        .formatted(service.contender().name(), calls)));
    }

    /** Empty when the calls were over before all had been seen. */
    private Optional<ThreadDump> dumpOnce(String what, int requests, int calls) {
        String path = "/books/" + BOOK + what;
        try (PlainClient client = new PlainClient();
                Crowd crowd = new Crowd()) {
            // Who asks for the first time starts connections and threads.
            sellers.behave(SellerBehaviour.PROMPT);
            client.get(service.url(), path);
            sellers.behave(SLOW);
            List<Future<Timed<Integer>>> asked = IntStream.range(0, requests)
                    .mapToObj(i ->
                            crowd.send(() -> client.get(service.url(), path).status()))
                    .toList();
            boolean wait = Await.until(() -> Looks.held(client, sellers) == calls, ARRIVES);
            ThreadDump dump = ThreadDump.of(service);
            boolean stillWait = Looks.held(client, sellers) == calls;
            Crowd.answers(asked);
            return wait && stillWait ? Optional.of(dump) : Optional.empty();
        }
    }
}
