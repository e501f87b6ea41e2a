package org.concurrencylab.contract;

import java.time.Duration;
import java.util.function.Supplier;
import org.concurrencylab.api.Book;
import org.junit.jupiter.api.Assumptions;

/** What the topics of the suite have in common. */
interface ContractChecks {

    /** Most time for an open circuit to close again once the external service is well. */
    Duration RECOVERY = Duration.ofSeconds(30);

    /** The service under test. */
    Api api();

    /** The external service behind it. Skips the check when the suite was given none. */
    default Sellers sellers() {
        Supplier<String> reason = () -> "needs --sellers URL: makes the external service fail";
        Assumptions.assumeTrue(api().target().sellers().isPresent(), reason);
        return new Sellers(api().target().sellers().orElseThrow());
    }

    /** The book's price beside one seller's, whatever the answer. */
    default Reply offer(Book book) {
        return api().get(Api.path(book) + "/offer");
    }

    /** The same once the seller answers: waits while the circuit is still open from before. */
    default Reply offerOnceHealed(Book book) {
        long deadline = System.nanoTime() + RECOVERY.toNanos();
        Reply reply = offer(book);
        while (reply.status() == 503 && System.nanoTime() < deadline) {
            pause();
            reply = offer(book);
        }
        return reply.hasStatus(200);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
