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

    /** Prime to the spread, so that the first 9,973 sellers of a book all have different prices. */
    private static final long STEP = 7_919;

    /** The quote that a stand-in for the external service gives: the same price for the same book, always. */
    public static SellerQuote standIn(String seller, String isbn) {
        return new SellerQuote(seller, isbn, price(1, isbn));
    }

    /** The quote of one of its many sellers, numbered from 1: another price of the same book from each. */
    public static SellerQuote standIn(int seller, String isbn) {
        return new SellerQuote("seller-" + seller, isbn, price(seller, isbn));
    }

    private static int price(int seller, String isbn) {
        return CHEAPEST + Math.floorMod(isbn.hashCode() + (seller - 1) * STEP, SPREAD);
    }
}
