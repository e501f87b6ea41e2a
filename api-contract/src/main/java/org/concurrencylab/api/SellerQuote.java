package org.concurrencylab.api;

/**
 * What the external service answers to {@code GET /quotes/{isbn}}.
 *
 * @param seller the seller's name
 * @param isbn the ISBN-13 that was asked for
 * @param priceCents the seller's price in euro cents
 */
public record SellerQuote(String seller, String isbn, int priceCents) {

    private static final int CHEAPEST = 400;
    private static final int SPREAD = 9_973;

    /** The quote that a stand-in for the external service gives: the same price for the same book, always. */
    public static SellerQuote standIn(String seller, String isbn) {
        return new SellerQuote(seller, isbn, CHEAPEST + Math.floorMod(isbn.hashCode(), SPREAD));
    }
}
