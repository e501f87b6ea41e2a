package org.concurrencylab.books;

import jakarta.enterprise.context.ApplicationScoped;
import org.concurrencylab.api.SellerQuote;
import org.concurrencylab.api.http.ProblemException;
import org.concurrencylab.api.http.SellerProblems;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/** The external service, as we dare to call it: so many at once, and not while it keeps failing. */
@ApplicationScoped
class SellerGateway {

    private final SellerClient client;

    SellerGateway(SellerClient client) {
        this.client = client;
    }

    /**
     * The quote of the seller of this number, or of any where it is null. Bounds and thresholds, which all sellers
     * share, stand in application.properties.
     */
    @Bulkhead
    @CircuitBreaker(failOn = ProblemException.class)
    SellerQuote quote(String isbn, Integer seller) {
        try {
            return client.quote(isbn, seller);
        } catch (RuntimeException e) {
            throw SellerProblems.of(e);
        }
    }
}
