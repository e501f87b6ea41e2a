package org.concurrencylab.generator;

import java.time.Instant;
import java.util.Map;

/**
 * What a slice measured, or of several services that take turns one of them: its turns are then the measured part. A
 * request belongs to it when its intended start lies in the measured part, even if its answer came later.
 *
 * @param measuredFrom when the measured part began
 * @param measuredSeconds how long it was
 * @param sent requests of the slice that were sent
 * @param completed good answers that arrived within the measured part, whenever their requests were sent; over
 *     {@code measuredSeconds} it is the carried rate. Where services take turns, good answers to requests of a turn
 *     that came before the next service was asked for something
 * @param statuses how the slice's requests ended: status code, or "timeout", "connection", "malformed" (a promised
 *     header is missing)
 * @param errors requests of the slice that did not end as a correct service ends them
 * @param latencyMicros histogram of the time from the send to the complete answer in µs: good answers, and timeouts
 *     with the time that they were waited for. Other failures are left out, since a fast refusal is no fast answer.
 *     Text of {@link org.concurrencylab.results.Histograms}
 * @param latenessMicros histogram of actual minus intended start in µs: the generator's own delay, which no latency
 *     shows
 * @param inFlight requests under way, mean of a count every few milliseconds over the measured part
 * @param overrun requests of a service that takes turns whose answers came in the next one's turn
 */
public record SliceOutcome(
        Instant measuredFrom,
        double measuredSeconds,
        long sent,
        long completed,
        Map<String, Long> statuses,
        long errors,
        String latencyMicros,
        String latenessMicros,
        double inFlight,
        long overrun) {}
