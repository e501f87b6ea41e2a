package org.concurrencylab.contract;

import java.util.concurrent.ThreadLocalRandom;

/** ISBN-13s that no other book is likely to have. */
final class Isbns {

    private static final long NINE_DIGITS = 1_000_000_000L;

    private Isbns() {}

    /** A random ISBN-13 with the prefix 979, which the seed of the database leaves free. */
    static String fresh() {
        return withCheckDigit("979%09d".formatted(ThreadLocalRandom.current().nextLong(NINE_DIGITS)));
    }

    /** Twelve digits and the check digit (ISO 2108): weights 1 and 3 in turn, made up to a multiple of ten. */
    static String withCheckDigit(String twelveDigits) {
        int sum = 0;
        for (int i = 0; i < twelveDigits.length(); i++) {
            sum += Character.digit(twelveDigits.charAt(i), 10) * (i % 2 == 0 ? 1 : 3);
        }
        return twelveDigits + (10 - sum % 10) % 10;
    }

    /** The same ISBN with another last digit. */
    static String withWrongCheckDigit(String isbn) {
        int last = Character.digit(isbn.charAt(12), 10);
        return isbn.substring(0, 12) + (last + 1) % 10;
    }
}
