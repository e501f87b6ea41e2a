package org.concurrencylab.simulations;

/** ISBN-13: twelve digits and a check digit, weights 1 and 3 in turn (ISO 2108). */
public final class Isbn {
    private static final int NINE_DIGITS = 1_000_000_000;

    private Isbn() {}

    /** The ISBN of a seeded book, as the migration computes it. */
    public static String ofSeeded(long id) {
        return withCheckDigit(978, id);
    }

    /** An ISBN of the 979 range, where no seeded book is. Counts on from any number; repeats after 10^9. */
    public static String ofCreated(long number) {
        return withCheckDigit(979, Math.floorMod(number, NINE_DIGITS));
    }

    private static String withCheckDigit(int prefix, long nineDigits) {
        String twelve = Long.toString(prefix * (long) NINE_DIGITS + nineDigits);
        int sum = 0;
        for (int i = 0; i < twelve.length(); i++) {
            sum += (twelve.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return twelve + (10 - sum % 10) % 10;
    }
}
