package org.concurrencylab.api;

import java.util.List;

/**
 * One page of the book list, in the order of the ids.
 *
 * @param items the books
 * @param next the token of the page after this one ({@code ?after=}), or null on the last page
 */
public record BookPage(List<Book> items, String next) {}
