package org.concurrencylab.api;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Our price of a book beside the best of many external sellers'.
 *
 * @param bookId the book
 * @param isbn its ISBN-13, by which the sellers know it
 * @param priceCents our price in euro cents
 * @param bestSeller the name of the cheapest seller that answered
 * @param bestPriceCents that seller's price in euro cents
 * @param asked how many sellers were asked
 * @param failed how many of them gave no quote, or not in time
 * @param missing how many of these had not answered when the time was up; null where no limit was asked for
 */
public record Offers(
        long bookId,
        String isbn,
        int priceCents,
        String bestSeller,
        int bestPriceCents,
        int asked,
        int failed,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer missing) {

    /** The answer where no limit was asked for. */
    public Offers(
            long bookId, String isbn, int priceCents, String bestSeller, int bestPriceCents, int asked, int failed) {
        this(bookId, isbn, priceCents, bestSeller, bestPriceCents, asked, failed, null);
    }
}
