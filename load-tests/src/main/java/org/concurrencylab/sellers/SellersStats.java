package org.concurrencylab.sellers;

/**
 * What the stub is doing and has done: the body of its {@code GET /stats}.
 *
 * @param inFlight requests for a quote that wait for their answer now, the hanging ones included
 * @param peakInFlight the most of them at once since the behaviour was last set
 * @param answered quotes given since the start
 * @param failed requests answered 500 since the start
 * @param abandoned requests whose client closed the connection before the answer, since the start
 */
public record SellersStats(int inFlight, int peakInFlight, long answered, long failed, long abandoned) {}
