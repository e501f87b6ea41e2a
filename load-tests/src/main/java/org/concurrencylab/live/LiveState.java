package org.concurrencylab.live;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.concurrencylab.generator.SliceEvent;
import org.concurrencylab.live.LiveEvent.Target;

/**
 * All that is known of a run at one moment.
 *
 * @param contenders their names, the reference first
 * @param clock how far it is
 * @param phase where it is
 * @param step what is done now, e.g. "contract · virtual"
 * @param target who is loaded, or was last; null before the first
 * @param loading whether load goes on
 * @param tracks what is known of each contender under each workload
 * @param report the finished page; null until then
 */
record LiveState(
        List<String> contenders,
        Clock clock,
        Phase phase,
        String step,
        Target target,
        boolean loading,
        Map<Key, Track> tracks,
        Path report) {

    private static final double MILLIS = 1_000;

    record Key(String workload, String contender) {}

    /**
     * Expected and elapsed time, in seconds.
     *
     * @param total of the whole run
     * @param done expected lengths of the steps that are over
     * @param step expected length of the step that goes on
     * @param stepBegan when it began
     */
    record Clock(double total, double done, double step, Instant stepBegan) {

        Clock next(double seconds, Instant now) {
            return new Clock(total, done + step, seconds, now);
        }

        /** A step that takes longer than expected stops the clock. */
        double secondsLeft(Instant now) {
            double elapsed = Duration.between(stepBegan, now).toMillis() / MILLIS;
            return Math.max(0, total - done - Math.min(step, elapsed));
        }
    }

    /** Of a run that begins. */
    static LiveState begin(List<String> contenders, double totalSeconds, Instant now) {
        return new LiveState(
                List.copyOf(contenders),
                new Clock(totalSeconds, 0, 0, now),
                Phase.STARTING,
                "starting",
                null,
                false,
                Map.of(),
                null);
    }

    /** The state after an event. */
    LiveState after(LiveEvent event, Instant now) {
        if (phase.isEnd()) {
            return this;
        }
        return switch (event) {
            case LiveEvent.Entered entered -> at(entered.phase(), report);
            case LiveEvent.Step begun ->
                new LiveState(
                        contenders,
                        clock.next(begun.seconds(), now),
                        phase,
                        begun.what(),
                        target,
                        false,
                        tracks,
                        report);
            case LiveEvent.SliceBegan began -> loading(began.target(), true, Track::began);
            case LiveEvent.Turned turned -> loading(turned.target(), true, UnaryOperator.identity());
            case LiveEvent.Sampled sampled ->
                loading ? loading(target, true, track -> track.sampled(share(sampled.sample()), target)) : this;
            case LiveEvent.SliceEnded ended -> loading(target, false, track -> track.ended(ended.slice()));
            case LiveEvent.Finished finished -> at(Phase.DONE, finished.report());
            case LiveEvent.Ended ended -> at(Phase.ENDED, null);
        };
    }

    Track track(String contender) {
        return target == null ? Track.EMPTY : tracks.getOrDefault(new Key(target.workload(), contender), Track.EMPTY);
    }

    private LiveState at(Phase next, Path page) {
        return new LiveState(contenders, clock, next, step, target, false, tracks, page);
    }

    /** What the generator saw of one contender: of those that are loaded together it sees only the sum. */
    private SliceEvent.Progress share(SliceEvent.Progress sample) {
        int among = target.isAllTogether() ? contenders.size() : 1;
        return new SliceEvent.Progress(
                sample.elapsedSeconds(),
                sample.completedPerSecond() / among,
                Math.ceilDiv(sample.errors(), among),
                Math.ceilDiv(sample.inFlight(), among),
                sample.p50Micros(),
                sample.p99Micros());
    }

    private LiveState loading(Target next, boolean goesOn, UnaryOperator<Track> change) {
        Map<Key, Track> changed = new HashMap<>(tracks);
        for (String contender : next.isAllTogether() ? contenders : List.of(next.contender())) {
            Key key = new Key(next.workload(), contender);
            changed.put(key, change.apply(tracks.getOrDefault(key, Track.EMPTY)));
        }
        return new LiveState(contenders, clock, phase, step, next, goesOn, Map.copyOf(changed), report);
    }
}
