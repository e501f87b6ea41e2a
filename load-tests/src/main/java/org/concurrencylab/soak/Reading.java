package org.concurrencylab.soak;

import java.util.Map;

/**
 * What one contender was like at the end of a span of time, and how it answered within. Null is what this machine does
 * not tell, or what was not asked for this time.
 *
 * @param seconds from the begin of the part that is judged, negative in the warm-up
 * @param rssBytes resident memory in bytes
 * @param heapBytes what the heap holds after a full collection, in bytes; null but where one was made
 * @param threads platform threads
 * @param connections sessions in PostgreSQL
 * @param descriptors open files and sockets
 * @param p50 half of the answers came within it, in milliseconds; null without an answer
 * @param p99 the same for 99 of 100
 * @param goodPerSecond good answers
 * @param errors other answers and none, how many of each kind
 */
record Reading(
        double seconds,
        Double rssBytes,
        Double heapBytes,
        Double threads,
        Double connections,
        Double descriptors,
        Double p50,
        Double p99,
        double goodPerSecond,
        Map<String, Long> errors) {

    /** The same with what the heap held after the collection that followed. */
    Reading withHeap(Double bytes) {
        return new Reading(
                seconds, rssBytes, bytes, threads, connections, descriptors, p50, p99, goodPerSecond, errors);
    }

    double bad() {
        return errors.values().stream().mapToLong(Long::longValue).sum();
    }
}
