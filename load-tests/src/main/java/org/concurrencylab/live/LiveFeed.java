package org.concurrencylab.live;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Holds the latest state of a run and nothing else: whoever is slow misses what came between, and nobody who tells an
 * event waits for those who read. Thread-safe.
 */
final class LiveFeed {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private LiveState state;
    private long version;

    LiveFeed(List<String> contenders, double totalSeconds) {
        this.state = LiveState.begin(contenders, totalSeconds, Instant.now());
    }

    /**
     * @param version grows with each event
     * @param state after it
     */
    record Version(long version, LiveState state) {}

    void accept(LiveEvent event) {
        lock.lock();
        try {
            state = state.after(event, Instant.now());
            version++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    Version latest() {
        lock.lock();
        try {
            return new Version(version, state);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a state after the one of that version, no longer than that; returns the latest, changed or not. */
    Version awaitAfter(long seen, long millis) throws InterruptedException {
        lock.lock();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
            while (version <= seen && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return new Version(version, state);
        } finally {
            lock.unlock();
        }
    }

    /** Waits that long, or until the run is over. */
    void pause(long millis) throws InterruptedException {
        lock.lock();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
            while (!state.phase().isEnd() && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }
}
