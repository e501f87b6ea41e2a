package org.concurrencylab.contract;

import java.util.List;
import java.util.stream.Stream;

/**
 * A book with one wrong field.
 *
 * @param field the field that is to be blamed
 * @param why what is wrong with it
 * @param json its value as JSON; null leaves the field out
 */
record BadBook(String field, String why, String json) {

    private static final String GOOD_ISBN = Isbns.withCheckDigit("979123456789");

    /** Every wrong book. */
    static Stream<BadBook> all() {
        return Stream.of(
                        isbns(),
                        texts("title"),
                        texts("author"),
                        numbers("priceCents", 100_000_001),
                        numbers("stock", 10_000_001),
                        extras())
                .flatMap(List::stream);
    }

    /** A valid book with this one thing wrong. */
    BookJson input() {
        return BookJson.fresh().withRaw(field, json);
    }

    private static List<BadBook> isbns() {
        String field = "isbn";
        return List.of(
                new BadBook(field, "missing", null),
                new BadBook(field, "null", "null"),
                text(field, "empty", ""),
                text(field, "12 digits", GOOD_ISBN.substring(0, 12)),
                text(field, "14 digits", GOOD_ISBN + "0"),
                text(field, "ISBN-10", "0306406152"),
                text(field, "wrong check digit", Isbns.withWrongCheckDigit(GOOD_ISBN)),
                text(field, "prefix 977", Isbns.withCheckDigit("977123456789")),
                text(field, "hyphens", "979-1-234-56789-" + GOOD_ISBN.charAt(12)),
                text(field, "letters", "97912345X7890"),
                text(field, "digits of another script", "９７９１２３４５６７８９６"),
                text(field, "space after", GOOD_ISBN + " "),
                text(field, "line break after", GOOD_ISBN + "\\n"),
                new BadBook(field, "number", GOOD_ISBN),
                new BadBook(field, "array", "[\"" + GOOD_ISBN + "\"]"));
    }

    private static List<BadBook> texts(String field) {
        return List.of(
                new BadBook(field, "missing", null),
                new BadBook(field, "null", "null"),
                text(field, "empty", ""),
                text(field, "blank", "   "),
                text(field, "201 characters", "x".repeat(201)),
                text(field, "NUL", "a\\u0000b"),
                text(field, "tab", "a\\tb"),
                text(field, "line break", "a\\nb"),
                text(field, "DEL", "a\\u007fb"),
                text(field, "C1 control character", "a\\u0085b"),
                text(field, "lone high surrogate", "a\\ud800b"),
                text(field, "lone low surrogate", "a\\udc00b"),
                text(field, "surrogates in the wrong order", "\\udc00\\ud800"),
                new BadBook(field, "number", "5"),
                new BadBook(field, "fraction", "5.5"),
                new BadBook(field, "boolean", "true"),
                new BadBook(field, "array", "[\"a\"]"),
                new BadBook(field, "object", "{}"));
    }

    private static List<BadBook> numbers(String field, int tooLarge) {
        return List.of(
                new BadBook(field, "missing", null),
                new BadBook(field, "null", "null"),
                new BadBook(field, "negative", "-1"),
                new BadBook(field, "too large", Integer.toString(tooLarge)),
                new BadBook(field, "beyond 32 bits", "2147483648"),
                new BadBook(field, "2^32, which wraps to 0", "4294967296"),
                new BadBook(field, "beyond 64 bits", "99999999999999999999"),
                new BadBook(field, "fraction", "1.5"),
                new BadBook(field, "whole fraction", "1.0"),
                new BadBook(field, "exponent", "1e2"),
                text(field, "text", "100"),
                text(field, "empty text", ""),
                new BadBook(field, "boolean", "true"),
                new BadBook(field, "array", "[1]"),
                new BadBook(field, "object", "{}"));
    }

    private static List<BadBook> extras() {
        return List.of(
                new BadBook("id", "the service's to give", "7"),
                new BadBook("version", "the service's to give", "7"),
                new BadBook("colour", "unknown", "\"red\""),
                new BadBook("Title", "unknown, for case matters", "\"T\""),
                new BadBook("price-cents", "unknown", "1"));
    }

    private static BadBook text(String field, String why, String content) {
        return new BadBook(field, why, "\"" + content + "\"");
    }

    @Override
    public String toString() {
        return field + ": " + why;
    }
}
