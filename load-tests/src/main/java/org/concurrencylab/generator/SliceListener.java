package org.concurrencylab.generator;

/** Hears how a slice goes, at the moments when they happen. Called from the thread that runs the slice. */
public interface SliceListener {
    /** Does nothing. */
    SliceListener SILENT = new SliceListener() {};

    /** The measured part begins: the moment for the first sample of CPU times. */
    default void measuring() {}

    /**
     * A turn begins, and the one before is over.
     *
     * @param number its place in the order, from 0
     */
    default void turn(int number) {}

    /** About every 500 ms, or in the middle of each turn. */
    default void progress(SliceEvent.Progress progress) {}

    /** The measured part is over: the moment for the second sample. */
    default void measured() {}
}
