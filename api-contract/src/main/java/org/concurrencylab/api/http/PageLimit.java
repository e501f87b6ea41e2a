package org.concurrencylab.api.http;

/**
 * The query parameter {@code limit}.
 *
 * @param value books on one page, 1 to 100
 */
public record PageLimit(int value) {

    private static final int LARGEST = 100;

    /** Reads the parameter. Throws a 400 naming {@code limit}. */
    public static PageLimit fromString(String text) {
        try {
            int value = Integer.parseInt(text);
            if (value >= 1 && value <= LARGEST) {
                return new PageLimit(value);
            }
        } catch (NumberFormatException e) {
            // The same sentence as for a number out of range.
        }
        throw ProblemException.invalid("limit", "must be a whole number from 1 to " + LARGEST);
    }
}
