package org.concurrencylab.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The order of the entrants in each block: random in every other block, and the reverse of it in the next. A drift that
 * is steady over two blocks then strikes all of them alike (for two entrants the order is ABBA), and no entrant always
 * follows the same other one.
 */
final class Schedule {

    private final int entrants;
    private final long seed;

    /**
     * @param entrants how many there are
     * @param seed the same seed gives the same order
     */
    Schedule(int entrants, long seed) {
        this.entrants = entrants;
        this.seed = seed;
    }

    /**
     * The entrants' numbers in the order in which they are measured.
     *
     * @param workload its place among the workloads; each has an order of its own
     * @param block from 0
     */
    List<Integer> order(int workload, int block) {
        List<Integer> order = new ArrayList<>();
        for (int entrant = 0; entrant < entrants; entrant++) {
            order.add(entrant);
        }
        int pair = block / 2;
        Collections.shuffle(order, new Random((seed * 31 + workload) * 31 + pair));
        return block % 2 == 0 ? order : order.reversed();
    }
}
