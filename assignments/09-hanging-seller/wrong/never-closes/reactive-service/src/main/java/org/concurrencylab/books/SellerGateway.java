package org.concurrencylab.books;

import io.smallrye.mutiny.Uni;
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
    Uni<SellerQuote> quote(String isbn, Integer seller) {
        if (failures.get() >= MOST_FAILURES) {
            return Uni.createFrom().failure(SellerProblems.overloaded(null));
        }
        return client.quote(isbn, seller)
                .invoke(() -> failures.set(0))
                .onFailure()
                .invoke(() -> failures.incrementAndGet())
                .onFailure()
                .transform(e -> SellerProblems.of(e));
    }
}
