package org.concurrencylab.environment;

import java.util.Collection;

/** Reads what processes have used. */
public sealed interface ProcessSampler permits LinuxProcessSampler, OshiProcessSampler {

    /** All that can be known of one process; {@link ProcessReading} of nulls when it is gone. */
    ProcessReading read(long pid);

    /**
     * CPU time of several processes since they started, in milliseconds; null where it cannot be known. On Linux what
     * their ended and awaited children used is included, so that for all processes of a PostgreSQL server, postmaster
     * among them, the sum loses nothing when a connection ends between two readings.
     */
    Double cpuMillis(Collection<Long> pids);

    /** The best one for this operating system. */
    static ProcessSampler ofThisMachine() {
        return ProcFiles.exist() ? new LinuxProcessSampler() : new OshiProcessSampler();
    }
}
