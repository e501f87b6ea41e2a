package org.concurrencylab.generator;

/** Hears how a slice goes, at the moments when they happen. Called from the thread that runs the slice. */
public interface SliceListener {
    /** Does nothing. */
    SliceListener SILENT = new SliceListener() {};

    /** The measured part begins: the moment for the first sample of CPU times. */
    default void measuring() {}

    /** About every 500 ms. */
    default void progress(SliceEvent.Progress progress) {}

    /** The measured part is over: the moment for the second sample. */
    default void measured() {}
}
