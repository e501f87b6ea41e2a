package org.concurrencylab.compare;

import org.concurrencylab.generator.SliceEvent;
import org.concurrencylab.live.LiveEvent;

/** Hears how a run goes, to tell people. */
public interface Progress extends AutoCloseable {

    /** A line that stays: a phase is over. */
    void say(String label, String text);

    /**
     * A step begins that takes about so long.
     *
     * @param what it is, e.g. "block 2/3 · virtual · external-2000"
     * @param seconds expected length, in seconds
     */
    void begin(String what, double seconds);

    /** The step goes on; something is known of the rate in requests per second and of the errors so far. */
    void update(double completedPerSecond, long errors);

    /** The load of a slice or of a step of the warm-up goes on. */
    default void sample(SliceEvent.Progress event) {
        update(event.completedPerSecond(), event.errors());
    }

    /** What the live page shows beyond all this; a terminal has no room for it. */
    default void tell(LiveEvent event) {}

    @Override
    void close();
}
