package org.concurrencylab.simulations;

/** What one virtual user does: one request of the API (see the contract's openapi.yaml). */
public enum Operation {
    /** {@code GET /books/{id}} of a random seeded book. */
    READ,
    /** {@code GET /books?limit=20}, from the start or from a token that an earlier page gave. */
    PAGE,
    /** {@code PUT /books/{id}} with the book's current version and another price. */
    UPDATE,
    /** {@code POST /books} with an ISBN that is not in use. */
    CREATE,
    /** {@code POST /books/{id}/orders} of one copy. */
    ORDER,
    /** {@code DELETE /books/{id}} of a book that this generator created. */
    DELETE,
    /** {@code GET /books/{id}/offer}: one database read and one external call. */
    OFFER,
    /** {@code GET /books/{id}/forecast?paths=1000}: some two milliseconds of CPU time. */
    FORECAST
}
