package org.concurrencylab.chaos;

import java.util.random.RandomGenerator;

/** What a customer asks for, and how often out of a hundred times. */
enum Operation {
    /** One book by its number. */
    READ(40),
    /** The first page of all books. */
    PAGE(5),
    /** One book beside a seller's offer. */
    OFFER(10),
    /** A new book. */
    CREATE(10),
    /** Other values for a book of the customer's own. */
    REPLACE(12),
    /** The end of a book of the customer's own. */
    DELETE(3),
    /** Some copies of a book that all want. */
    ORDER(20);

    private static final int ALL = 100;

    private final int share;

    Operation(int share) {
        this.share = share;
    }

    static Operation draw(RandomGenerator random) {
        int left = random.nextInt(ALL);
        for (Operation operation : values()) {
            left -= operation.share;
            if (left < 0) {
                return operation;
            }
        }
        throw new IllegalStateException("The shares do not add up to " + ALL + ".");
    }
}
