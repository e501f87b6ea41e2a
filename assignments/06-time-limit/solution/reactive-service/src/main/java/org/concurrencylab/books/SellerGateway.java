package org.concurrencylab.books;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CancellationException;
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
     * share, stand in application.properties. Hangs up after the time given, where it is not null: whoever cancels what
     * comes out of here does not reach the call, for the interceptors of bulkhead and circuit breaker hand nothing on.
     */
    @Bulkhead
    @CircuitBreaker(failOn = ProblemException.class)
    Uni<SellerQuote> quote(String isbn, Integer seller, Duration most) {
        Uni<SellerQuote> call = client.quote(isbn, seller).onFailure().transform(e -> SellerProblems.of(e));
        // Hanging up tells nothing of the seller, so the circuit breaker does not hear of it.
        return most == null
                ? call
                : call.ifNoItem().after(most).failWith(() -> new CancellationException("Nobody waits any more"));
    }
}
