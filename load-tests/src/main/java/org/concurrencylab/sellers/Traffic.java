package org.concurrencylab.sellers;

/** Counts the requests for quotes. Not thread-safe: belongs to the event loop. */
final class Traffic {

    private int inFlight;
    private int peakInFlight;
    private long answered;
    private long failed;
    private long abandoned;

    void arrived() {
        peakInFlight = Math.max(peakInFlight, ++inFlight);
    }

    void answered() {
        inFlight--;
        answered++;
    }

    void failed() {
        inFlight--;
        failed++;
    }

    void abandoned() {
        inFlight--;
        abandoned++;
    }

    void restartPeak() {
        peakInFlight = inFlight;
    }

    SellersStats stats() {
        return new SellersStats(inFlight, peakInFlight, answered, failed, abandoned);
    }
}
