package org.concurrencylab.live;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.concurrencylab.live.LiveEvent.Target;

/**
 * What the page is sent, as JSON: the state, reduced to what it shows.
 *
 * @param phase where the run is
 * @param secondsLeft expected
 * @param step what is done now
 * @param target who is loaded, or was last; null before the first
 * @param loading whether load goes on
 * @param contenders what is known of each under the target's workload
 * @param report where the finished page lies; null until then
 */
record LiveMessage(
        Phase phase,
        double secondsLeft,
        String step,
        Target target,
        boolean loading,
        List<Contender> contenders,
        String report) {

    /**
     * One contender.
     *
     * @param name of it
     * @param series which of the report's colours it has, from 1
     * @param now whether the figures are those of the last half second
     * @param slices over how many slices they are medians otherwise
     * @param figures null where nothing is known
     * @param errors bad answers and failures
     * @param points the time line
     */
    record Contender(
            String name, int series, boolean now, int slices, Figures figures, long errors, List<Track.Point> points) {}

    /** As many as the report's style has. */
    private static final int COLOURS = 6;

    static LiveMessage of(LiveState state, Instant now) {
        return new LiveMessage(
                state.phase(),
                state.clock().secondsLeft(now),
                state.step(),
                state.target(),
                state.loading(),
                IntStream.range(0, state.contenders().size())
                        .mapToObj(number -> contender(state, number))
                        .toList(),
                state.report() == null ? null : state.report().toString());
    }

    private static Contender contender(LiveState state, int number) {
        String name = state.contenders().get(number);
        Track track = state.track(name);
        return new Contender(
                name,
                number % COLOURS + 1,
                track.fresh(),
                track.slices().size(),
                track.figures(),
                track.allErrors(),
                track.points());
    }
}
