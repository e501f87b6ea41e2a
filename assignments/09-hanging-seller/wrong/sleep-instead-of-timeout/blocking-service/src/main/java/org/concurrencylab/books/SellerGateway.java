package org.concurrencylab.books;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.concurrencylab.api.SellerQuote;
import org.concurrencylab.api.http.ProblemException;
import org.concurrencylab.api.http.SellerProblems;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/** The external service, as we dare to call it: so many at once, and not while it keeps failing. */
@ApplicationScoped
class SellerGateway {

    private final SellerClient client;
    private final LabConfig lab;

    SellerGateway(SellerClient client, LabConfig lab) {
        this.client = client;
        this.lab = lab;
    }

    /** The quote of the seller of this number, or of any where it is null, if it is there after the time limit. */
    @Bulkhead
    @CircuitBreaker(failOn = ProblemException.class)
    SellerQuote quote(String isbn, Integer seller) {
        CompletableFuture<SellerQuote> quote = CompletableFuture.supplyAsync(() -> client.quote(isbn, seller));
        try {
            Thread.sleep(lab.sellerTimeout());
            if (!quote.isDone()) {
                throw SellerProblems.of(new TimeoutException());
            }
            return quote.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SellerProblems.of(e);
        } catch (CompletionException e) {
            throw SellerProblems.of(e);
        }
    }
}
