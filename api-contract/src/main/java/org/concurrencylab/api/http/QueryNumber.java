package org.concurrencylab.api.http;

/** A query parameter that says how many. */
final class QueryNumber {

    private QueryNumber() {}

    /** The whole number from 1 to the most that is allowed. Throws a 400 naming the parameter. */
    static int of(String parameter, String text, int most) {
        try {
            int value = Integer.parseInt(text);
            if (value >= 1 && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // The same sentence as for a number out of range.
        }
        throw ProblemException.invalid(parameter, "must be a whole number from 1 to " + most);
    }
}
