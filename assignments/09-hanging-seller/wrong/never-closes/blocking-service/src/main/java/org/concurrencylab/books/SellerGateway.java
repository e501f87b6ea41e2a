package org.concurrencylab.books;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.concurrencylab.api.SellerQuote;
import org.concurrencylab.api.http.SellerProblems;
import org.eclipse.microprofile.faulttolerance.Bulkhead;

/** The external service, as we dare to call it: so many at once, and not once it has failed too often. */
@ApplicationScoped
class SellerGateway {

    private static final int MOST_FAILURES = 20;

    private final SellerClient client;
    private final AtomicInteger failures = new AtomicInteger();

    SellerGateway(SellerClient client) {
        this.client = client;
    }

    /** The quote of the seller of this number, or of any where it is null. */
    @Bulkhead
    SellerQuote quote(String isbn, Integer seller) {
        if (failures.get() >= MOST_FAILURES) {
            throw SellerProblems.overloaded(null);
        }
        try {
            SellerQuote quote = client.quote(isbn, seller);
            failures.set(0);
            return quote;
        } catch (RuntimeException e) {
            failures.incrementAndGet();
            throw SellerProblems.of(e);
        }
    }
}
