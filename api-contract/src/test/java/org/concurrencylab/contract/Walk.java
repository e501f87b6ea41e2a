package org.concurrencylab.contract;

/**
 * How far through the catalogue a check has gone to find a new book. The next one begins there: a hundred pages before
 * it hold the same books as before.
 */
final class Walk {

    /** The beginning of the catalogue. */
    static final String BEGINNING = "";

    private volatile String place = BEGINNING;

    /** What to append to the query of a page to get the one to begin with. */
    String place() {
        return place;
    }

    void remember(String reached) {
        place = reached;
    }
}
