package org.concurrencylab.compare;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Vert.x's warning of an event loop that is busy with one thing.
 *
 * @param at when Vert.x looked
 * @param millis for how long the loop had been busy then, in milliseconds
 * @param inOurCode whether its stack has a frame of this project
 */
record BusyLoopWarning(Instant at, long millis, boolean inOurCode) {

    private static final Pattern WARNING =
            Pattern.compile("^(\\d\\d:\\d\\d:\\d\\d\\.\\d{3}) .* has been blocked for (\\d+) ms.*");

    private static final String FRAME = "\tat ";
    private static final String OUR_CODE = FRAME + "org.concurrencylab.";
    /** As {@code quarkus.vertx.max-event-loop-execute-time} of the services that a run starts. */
    private static final int LIMIT_MILLIS = 50;
    /** Both logs are written when the pause is over, in either order. */
    private static final int SLACK_MILLIS = 5;

    /** All of them in what a service wrote during the last day. */
    static List<BusyLoopWarning> in(List<String> output) {
        List<BusyLoopWarning> warnings = new ArrayList<>();
        for (int line = 0; line < output.size(); line++) {
            Matcher warning = WARNING.matcher(output.get(line));
            if (warning.matches()) {
                warnings.add(new BusyLoopWarning(
                        lately(LocalTime.parse(warning.group(1))),
                        Long.parseLong(warning.group(2)),
                        isInOurCode(output.subList(line + 1, output.size()))));
            }
        }
        return warnings;
    }

    /** The log knows the time of day only. */
    private static Instant lately(LocalTime time) {
        LocalDateTime now = LocalDateTime.now();
        LocalDateTime today = now.toLocalDate().atTime(time);
        LocalDateTime last = today.isAfter(now) ? today.minusDays(1) : today;
        return last.atZone(ZoneId.systemDefault()).toInstant();
    }

    private static boolean isInOurCode(List<String> after) {
        return after.stream().takeWhile(line -> line.startsWith(FRAME)).anyMatch(line -> line.startsWith(OUR_CODE));
    }

    /**
     * Whether the loop would not have been busy for too long without the pauses of the garbage collector meanwhile.
     *
     * @param pauseMillis the length of all pauses that ended in a span of time, in milliseconds
     */
    boolean isOf(ToDoubleBiFunction<Instant, Instant> pauseMillis) {
        double paused = pauseMillis.applyAsDouble(at.minusMillis(millis), at.plusMillis(SLACK_MILLIS));
        return millis - paused <= LIMIT_MILLIS;
    }
}
