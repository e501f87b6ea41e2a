package org.concurrencylab.compare;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.concurrencylab.environment.LabProcess;
import org.concurrencylab.generator.SliceListener;

/** Stops a process some time after a measured part has begun, and lets it go on again. */
final class Stall implements SliceListener {

    private final LabProcess process;
    private final Duration after;
    private final Duration length;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    Stall(LabProcess process, Duration after, Duration length) {
        this.process = process;
        this.after = after;
        this.length = length;
    }

    @Override
    public void measuring() {
        clock.schedule(process::pause, after.toNanos(), TimeUnit.NANOSECONDS);
        clock.schedule(process::resume, after.plus(length).toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Whatever happened, the process runs again after this. */
    void end() {
        clock.shutdownNow();
        process.resume();
    }
}
