package org.concurrencylab.api;

/**
 * What the external service answers to {@code GET /quotes/{isbn}}.
 *
 * @param seller the seller's name
 * @param isbn the ISBN-13 that was asked for
 * @param priceCents the seller's price in euro cents
 */
public record SellerQuote(String seller, String isbn, int priceCents) {}
