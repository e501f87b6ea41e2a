package org.concurrencylab.generator;

import java.util.List;

/**
 * Services that are loaded in turns of a fraction of a second, all within one slice. What disturbs the machine for some
 * seconds disturbs all of them alike, which slices of a second or two, one after the other, cannot have.
 *
 * @param turnMillis length of a turn, in milliseconds
 * @param quietMillis at its beginning, without requests, in milliseconds: the answers of the turn before come to their
 *     end, and what the processes have used is read
 * @param cycle so many turns in a row are asked for the same, each at its own time: half of the noise between two short
 *     measurements was that one had been asked for more pages than the other
 * @param order of the turns in the measured part: places in the slice's list of services, from 0. A service may stand
 *     in that list several times; each place is recorded apart
 */
public record Turns(int turnMillis, int quietMillis, int cycle, List<Integer> order) {

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException with one sentence
     */
    public Turns {
        order = List.copyOf(order);
        if (quietMillis < 0 || turnMillis <= quietMillis) {
            throw new IllegalArgumentException(
                    "A turn of " + turnMillis + " ms cannot begin with " + quietMillis + " ms of quiet.");
        }
        if (order.isEmpty() || cycle < 1) {
            throw new IllegalArgumentException("Turns need an order and cycles.");
        }
    }

    /** The measured part, in seconds. */
    public double seconds() {
        return order.size() * turnMillis / 1e3;
    }

    /** How long a service is asked for something within the measured part, in seconds. */
    double secondsOf(int place) {
        return order.stream().filter(turn -> turn == place).count() * (turnMillis - quietMillis) / 1e3;
    }

    /** Whose turn it is; before the measured part the same order holds. */
    int placeAt(long millisSinceMeasuring) {
        return order.get(Math.floorMod(Math.floorDiv(millisSinceMeasuring, (long) turnMillis), order.size()));
    }

    /** The same for moments at which the services of one cycle are asked for the same thing. */
    long taskAt(long millisSinceMeasuring) {
        long cycleNumber = Math.floorDiv(millisSinceMeasuring, (long) turnMillis * cycle);
        return cycleNumber * turnMillis + Math.floorMod(millisSinceMeasuring, (long) turnMillis);
    }

    boolean isQuiet(long millisSinceMeasuring) {
        return Math.floorMod(millisSinceMeasuring, (long) turnMillis) < quietMillis;
    }

    /** When the next service is asked for something. */
    long endsAt(long millisSinceMeasuring) {
        return (Math.floorDiv(millisSinceMeasuring, (long) turnMillis) + 1) * turnMillis + quietMillis;
    }
}
