package org.concurrencylab.api;

/**
 * An accepted order.
 *
 * @param id the order's number, given by the database
 * @param bookId the ordered book
 * @param quantity copies, already taken from the book's stock
 */
public record Order(long id, long bookId, int quantity) {}
