package org.concurrencylab.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.concurrencylab.api.Book;

/** A book's JSON of which any field can be wrong. Immutable. */
final class BookJson {

    private final Map<String, String> rawValues;

    private BookJson(Map<String, String> rawValues) {
        this.rawValues = rawValues;
    }

    /** A valid book with an ISBN that no other book has. */
    static BookJson fresh() {
        return new BookJson(new LinkedHashMap<>())
                .with("isbn", Isbns.fresh())
                .with("title", "Contract check")
                .with("author", "Anonymous")
                .with("priceCents", 1234)
                .with("stock", 100);
    }

    /** What the book is now, as a body for PUT. */
    static BookJson of(Book book) {
        return fresh().with("isbn", book.isbn())
                .with("title", book.title())
                .with("author", book.author())
                .with("priceCents", book.priceCents())
                .with("stock", book.stock());
    }

    BookJson with(String field, String text) {
        return withRaw(field, "\"" + text + "\"");
    }

    BookJson with(String field, int number) {
        return withRaw(field, Integer.toString(number));
    }

    /** Puts JSON text as it is; null removes the field. */
    BookJson withRaw(String field, String json) {
        Map<String, String> changed = new LinkedHashMap<>(rawValues);
        if (json == null) {
            changed.remove(field);
        } else {
            changed.put(field, json);
        }
        return new BookJson(changed);
    }

    /** The field's value without its quotes. */
    String value(String field) {
        return rawValues.get(field).replace("\"", "");
    }

    String text() {
        return rawValues.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
