package org.concurrencylab.api;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A book as every contender answers it.
 *
 * @param id the book's number, given by the database
 * @param isbn 13 digits, the last of them the check digit
 * @param title the title
 * @param author the author
 * @param publicationYear when it was first published; null, and not in the answer, where nobody has said
 * @param priceCents the price in euro cents
 * @param stock copies that can be ordered now
 * @param version counts the changes to this book; its ETag is made of it
 */
public record Book(
        long id,
        String isbn,
        String title,
        String author,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer publicationYear,
        int priceCents,
        int stock,
        long version) {

    /** A book without a year, as most are. */
    public Book(long id, String isbn, String title, String author, int priceCents, int stock, long version) {
        this(id, isbn, title, author, null, priceCents, stock, version);
    }
}
