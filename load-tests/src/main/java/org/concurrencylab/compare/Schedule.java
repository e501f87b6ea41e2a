package org.concurrencylab.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The order of the contenders in each block: a random order, then rotated from block to block, so that over as many
 * blocks as there are contenders each of them stands once at each place (a Latin square). What drifts with time then
 * hits all of them alike.
 */
final class Schedule {

    private final List<Integer> first;

    /**
     * @param contenders how many there are
     * @param seed the same seed gives the same order
     */
    Schedule(int contenders, long seed) {
        first = new ArrayList<>();
        for (int contender = 0; contender < contenders; contender++) {
            first.add(contender);
        }
        Collections.shuffle(first, new Random(seed));
    }

    /** The contenders' numbers in the order in which block visits them. */
    List<Integer> order(int block) {
        List<Integer> order = new ArrayList<>(first);
        Collections.rotate(order, -block);
        return order;
    }
}
