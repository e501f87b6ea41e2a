package org.concurrencylab.fuzz;

/**
 * What a request asks, as far as its answer has to be understood.
 *
 * @param method that of HTTP, whatever stands in its place
 * @param ifMatch the version that it changes, in quotes; empty when it names none
 */
record Asked(String method, String ifMatch) {

    /** The version in {@link #ifMatch}, which a service that has accepted it must have read so, too. */
    long version() {
        return Long.parseLong(ifMatch.strip().replace("\"", ""));
    }
}
