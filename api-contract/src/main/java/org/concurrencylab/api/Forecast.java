package org.concurrencylab.api;

/**
 * What a book may cost two years from now: the answer of {@code GET /books/{id}/forecast}.
 *
 * @param bookId the book
 * @param paths simulated courses of its price
 * @param meanCents the mean price at their ends, in euro cents
 * @param lowCents at most this, in euro cents, in 5 % of the courses
 * @param highCents at most this, in euro cents, in 95 % of the courses
 */
public record Forecast(long bookId, int paths, int meanCents, int lowCents, int highCents) {}
