package org.concurrencylab.books;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.concurrencylab.api.SellerQuote;
import org.concurrencylab.api.http.ProblemException;
import org.concurrencylab.api.http.SellerProblems;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The external service, as we dare to call it: so many at once, and not while it keeps failing. */
@ApplicationScoped
class SellerGateway {

    private final SellerClient client;
    private final SellerLine line;

    SellerGateway(SellerClient client, @RestClient SellerLine line) {
        this.client = client;
        this.line = line;
    }

    /**
     * The quote of the seller of this number, or of any where it is null. Bounds and thresholds, which all sellers
     * share, stand in application.properties.
     */
    @Bulkhead
    @CircuitBreaker(failOn = ProblemException.class)
    SellerQuote quote(String isbn, Integer seller) {
        try {
            return seller == null ? client.quote(isbn, null) : hangUpWhenInterrupted(isbn, seller);
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            throw SellerProblems.of(e);
        }
    }

    /** Whoever is interrupted would leave the call of {@link SellerClient} behind. */
    private SellerQuote hangUpWhenInterrupted(String isbn, int seller) {
        CompletableFuture<SellerQuote> call = line.quote(isbn, seller).subscribeAsCompletionStage();
        try {
            return call.get();
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw SellerProblems.of(e);
        } catch (ExecutionException e) {
            throw SellerProblems.of(e.getCause());
        }
    }
}
