package org.concurrencylab.books;

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
    SellerQuote quote(String isbn, Integer seller) {
        try {
            return client.quote(isbn, seller);
        } catch (RuntimeException e) {
            throw SellerProblems.of(e);
        }
    }
}
