package org.concurrencylab.api;

/**
 * Our price of a book beside that of an external seller.
 *
 * @param bookId the book
 * @param isbn its ISBN-13, by which the seller knows it
 * @param priceCents our price in euro cents
 * @param seller the seller's name
 * @param sellerPriceCents the seller's price in euro cents
 */
public record Offer(long bookId, String isbn, int priceCents, String seller, int sellerPriceCents) {}
