package org.concurrencylab.soak;

import java.util.Map;

/**
 * What became of one contender's requests within a span of time.
 *
 * @param seconds its length
 * @param good answers as they should be
 * @param p50 half of the good answers came within it, in milliseconds from the moment they were to be sent; NaN if
 *     there was none
 * @param p99 the same for 99 of 100
 * @param errors other answers and none, how many of each kind
 */
record Window(double seconds, long good, double p50, double p99, Map<String, Long> errors) {

    double goodPerSecond() {
        return good / seconds;
    }

    long bad() {
        return errors.values().stream().mapToLong(Long::longValue).sum();
    }
}
