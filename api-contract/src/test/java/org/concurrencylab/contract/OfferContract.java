package org.concurrencylab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.concurrencylab.api.Book;
import org.concurrencylab.api.Offer;
import org.concurrencylab.api.ProblemType;
import org.concurrencylab.api.SellerQuote;
import org.junit.jupiter.api.Test;

/** {@code GET /books/{id}/offer}, while the external service is well and while it fails. */
interface OfferContract extends ContractChecks {

    @Test
    default void offersOurPriceAndTheSellers() {
        Book book = api().newBook();

        Offer offer = offerOnceHealed(book).as(Offer.class);

        SellerQuote quote = SellerQuote.standIn(offer.seller(), book.isbn());
        assertThat(offer)
                .isEqualTo(new Offer(book.id(), book.isbn(), book.priceCents(), quote.seller(), quote.priceCents()));
        assertThat(api().read(book)).isEqualTo(book);
    }

    @Test
    default void answers502WhenTheSellerFails() {
        Sellers sellers = sellers();
        Book book = api().newBook();
        offerOnceHealed(book);
        try {
            sellers.fail();
            offer(book).isProblem(ProblemType.SELLER_FAILED);
        } finally {
            sellers.heal();
            offerOnceHealed(book);
        }
    }
}
