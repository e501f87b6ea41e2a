package org.concurrencylab.chaos;

/**
 * How one request ended.
 *
 * @param operation that was asked for
 * @param kind of the end, for counting: the status and the problem, or why there was no answer
 * @param good whether it is an answer that a customer of a healthy shop gets, "out of stock" among them
 * @param sentNanos when it was sent, {@link System#nanoTime}
 * @param endedNanos when the answer was there, or it was clear that none would come
 */
record Outcome(Operation operation, String kind, boolean good, long sentNanos, long endedNanos) {}
