package org.concurrencylab.sellers;

/**
 * What happens to one request for a quote.
 *
 * @param outcome how it ends
 * @param delayMillis wait before the answer, in milliseconds; without meaning for {@link Outcome#HANG}
 */
record Fate(Outcome outcome, int delayMillis) {

    enum Outcome {
        QUOTE,
        ERROR,
        HANG
    }
}
