package org.concurrencylab.simulations;

/**
 * What the generator believes about a book.
 *
 * @param id the book's number
 * @param version its version, or {@link #UNKNOWN}
 * @param since the slice in which that was learnt; what an earlier slice learnt may be outdated by another client
 */
record KnownBook(long id, long version, int since) {
    static final long UNKNOWN = -1;

    boolean versionKnown() {
        return version != UNKNOWN;
    }

    KnownBook withVersion(long learnt, int slice) {
        return new KnownBook(id, learnt, slice);
    }

    /**
     * The price of a book at a version: always another one than the version before had, because an update to the same
     * values would not reach the database. At version 0 it is the seeded price.
     */
    static int priceCents(long id, long version) {
        return (int) (500 + (id * 37 + version * 4_001) % 9_500);
    }
}
