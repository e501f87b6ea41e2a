package org.concurrencylab.chaos;

/** Something that fails and is mended. Adding one takes a small class and its line in {@link Faults}. */
interface Fault {

    /** Nobody should notice for longer, once the cause is gone. */
    double USUAL_SECONDS = 2;

    /** As the command line and reports name it. */
    String name();

    /** What it does, in one sentence. */
    String does();

    /**
     * Makes it, lasts, and mends it.
     *
     * @return when what it took away was there again, {@link System#nanoTime}
     */
    long strike(Scene scene) throws InterruptedException;

    /** Seconds after that in which the last bad answer may come. */
    default double recoversWithin() {
        return USUAL_SECONDS;
    }

    /** Whether each write that is made has to be answered, although its end is near. */
    default boolean answersWhatIsMade() {
        return false;
    }

    /** Whether the service itself is ended; under any other fault its process has to live on. */
    default boolean endsService() {
        return false;
    }
}
