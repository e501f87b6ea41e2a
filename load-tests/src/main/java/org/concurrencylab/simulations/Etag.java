package org.concurrencylab.simulations;

import java.util.OptionalLong;

/** Versions and ids as HTTP headers carry them. */
final class Etag {
    private Etag() {}

    static String of(long version) {
        return '"' + Long.toString(version) + '"';
    }

    /** The version in a header such as {@code "3"}, or {@link KnownBook#UNKNOWN} if it is not of that form. */
    static long version(String etag) {
        boolean quoted = etag.length() > 2 && etag.charAt(0) == '"' && etag.endsWith("\"");
        return quoted ? parse(etag.substring(1, etag.length() - 1)).orElse(KnownBook.UNKNOWN) : KnownBook.UNKNOWN;
    }

    /** The id at the end of a Location such as {@code /books/17}. */
    static OptionalLong trailingNumber(String location) {
        return location == null ? OptionalLong.empty() : parse(location.substring(location.lastIndexOf('/') + 1));
    }

    private static OptionalLong parse(String digits) {
        try {
            return OptionalLong.of(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
