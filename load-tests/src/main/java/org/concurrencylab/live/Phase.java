package org.concurrencylab.live;

/** Where a run is, in the order of time; the last two are its possible ends. */
public enum Phase {
    STARTING,
    WARM_UP,
    CONTRACT,
    MEASURING,
    REPORT,
    /** The report is written. */
    DONE,
    /** The run ended without a report. */
    ENDED;

    /** Whether nothing follows. */
    boolean isEnd() {
        return this == DONE || this == ENDED;
    }
}
