package org.concurrencylab.grade;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.concurrencylab.simulations.Isbn;

/** Books as callers send them who know of the field of lab 2, whatever they put into it. */
final class BookWithYear {

    /** Its name. */
    static final String FIELD = "publicationYear";

    private static final int ISBNS = 1_000_000_000;

    private BookWithYear() {}

    /** A new one; without the field when the year is null. */
    static Map<String, Object> fresh(Object year) {
        String isbn = Isbn.ofCreated(ThreadLocalRandom.current().nextLong(ISBNS));
        return with(year, isbn, "It has a year", "Somebody", 1_000, 10);
    }

    /** What a book is, with another year; without the field when the year is null. */
    static Map<String, Object> of(JsonNode book, Object year) {
        return with(
                year,
                book.path("isbn").asText(),
                book.path("title").asText(),
                book.path("author").asText(),
                book.path("priceCents").asInt(),
                book.path("stock").asInt());
    }

    private static Map<String, Object> with(
            Object year, String isbn, String title, String author, int priceCents, int stock) {
        Map<String, Object> book = new HashMap<>(
                Map.of("isbn", isbn, "title", title, "author", author, "priceCents", priceCents, "stock", stock));
        if (year != null) {
            book.put(FIELD, year);
        }
        return book;
    }
}
