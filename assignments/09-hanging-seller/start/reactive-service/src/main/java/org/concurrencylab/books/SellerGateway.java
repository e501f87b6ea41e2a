package org.concurrencylab.books;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.concurrencylab.api.SellerQuote;
import org.concurrencylab.api.http.SellerProblems;

/** The external service, as we call it. */
@ApplicationScoped
class SellerGateway {

    private final SellerClient client;

    SellerGateway(SellerClient client) {
        this.client = client;
    }

    /** The quote of the seller of this number, or of any where it is null. */
    Uni<SellerQuote> quote(String isbn, Integer seller) {
        return client.quote(isbn, seller).onFailure().transform(e -> SellerProblems.of(e));
    }
}
