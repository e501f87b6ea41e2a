package org.concurrencylab.live;

import java.nio.file.Path;
import org.concurrencylab.generator.SliceEvent;
import org.concurrencylab.results.Results.Slice;

/** What happens in a run, as far as the live page shows it. */
public sealed interface LiveEvent {

    /** A phase begins. */
    record Entered(Phase phase) implements LiveEvent {}

    /**
     * A step begins that takes about so long.
     *
     * @param what it is, e.g. "contract · virtual"
     * @param seconds expected length, in seconds
     */
    record Step(String what, double seconds) implements LiveEvent {}

    /** Load begins on a contender, or on all of them together. */
    record SliceBegan(Target target) implements LiveEvent {}

    /** The next of those who are loaded in turns has its turn. */
    record Turned(Target target) implements LiveEvent {}

    /** The load goes on. */
    record Sampled(SliceEvent.Progress sample) implements LiveEvent {}

    /** A measured slice is over. */
    record SliceEnded(Slice slice) implements LiveEvent {}

    /**
     * The run is over.
     *
     * @param report the finished page
     */
    record Finished(Path report) implements LiveEvent {}

    /** The run is over and there is no report. */
    record Ended() implements LiveEvent {}

    /**
     * Who is loaded, and how.
     *
     * @param workload its name, e.g. external-2000
     * @param title of the workload, one sentence
     * @param offeredPerSecond requests per second, of each
     * @param contender name of the contender; empty when all are loaded together, each with an equal share
     * @param again whether this is the contender a second time in its block, to show the noise
     * @param block repetition, from 1; 0 in the warm-up
     * @param blocks repetitions in all; 0 in the warm-up
     * @param fromSeconds begin of the measured part since the slice's start, in seconds
     * @param toSeconds end of the measured part since the slice's start, in seconds
     */
    record Target(
            String workload,
            String title,
            double offeredPerSecond,
            String contender,
            boolean again,
            int block,
            int blocks,
            double fromSeconds,
            double toSeconds) {

        /**
         * One step of the warm-up, of all contenders together.
         *
         * @param perSecond requests per second, of each
         * @param seconds length of the step
         */
        public static Target warmUp(double perSecond, double seconds) {
            return new Target(
                    "warm-up",
                    "rising load of every kind on all together, until the JIT has compiled",
                    perSecond,
                    "",
                    false,
                    0,
                    0,
                    0,
                    seconds);
        }

        boolean isAllTogether() {
            return contender.isEmpty();
        }
    }
}
