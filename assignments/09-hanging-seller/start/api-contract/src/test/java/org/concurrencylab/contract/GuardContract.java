package org.concurrencylab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.ProblemType;
import org.concurrencylab.api.RuntimeFacts;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** What guards the callers of {@code GET /books/{id}/offer} from a seller that hangs or keeps failing. */
interface GuardContract extends ContractChecks {

    /** Calls after which a circuit that has seen only failures must be open. */
    int MOST_FAILURES = 200;

    @Disabled("Assignment 9 begins with this line: take it away, and mend what fails")
    @Test
    default void answers504WhenTheSellerIsTooSlow() {
        Sellers sellers = sellers();
        Book book = api().newBook();
        long timeout = api().get("/runtime").as(RuntimeFacts.class).sellerTimeoutMillis();
        offerOnceHealed(book);
        try {
            sellers.hang();
            long start = System.nanoTime();
            offer(book).isProblem(ProblemType.SELLER_TIMEOUT);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("wait before giving up")
                    .isGreaterThanOrEqualTo(Duration.ofMillis(timeout / 2));
        } finally {
            sellers.heal();
            offerOnceHealed(book);
        }
    }

    @Disabled("Assignment 9 begins with this line: take it away, and mend what fails")
    @Test
    default void opensTheCircuitAfterManyFailuresAndClosesItOnceTheSellerIsWell() {
        Sellers sellers = sellers();
        Book book = api().newBook();
        offerOnceHealed(book);
        try {
            sellers.fail();
            Reply open = failUntilOpen(book);
            open.isProblem(ProblemType.OVERLOADED);
            assertThat(open.header("Retry-After")).matches("[1-9][0-9]*");
            assertThat(api().read(book)).as("a read, which needs no seller").isEqualTo(book);
        } finally {
            sellers.heal();
            offerOnceHealed(book);
        }
    }

    private Reply failUntilOpen(Book book) {
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < MOST_FAILURES; i++) {
            Reply reply = offer(book);
            if (reply.status() == 503) {
                return reply;
            }
            seen.add(reply.status());
            assertThat(seen).as("while the circuit is closed").containsOnly(502);
        }
        throw new AssertionError("The circuit is still closed after " + MOST_FAILURES + " failures");
    }
}
