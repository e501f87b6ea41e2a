package org.concurrencylab.generator;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What the generator process tells its parent: one JSON object per line. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SliceEvent.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = SliceEvent.Measuring.class, name = "measuring"),
    @JsonSubTypes.Type(value = SliceEvent.Turn.class, name = "turn"),
    @JsonSubTypes.Type(value = SliceEvent.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = SliceEvent.Measured.class, name = "measured"),
    @JsonSubTypes.Type(value = SliceEvent.Done.class, name = "done"),
    @JsonSubTypes.Type(value = SliceEvent.Reported.class, name = "reported"),
    @JsonSubTypes.Type(value = SliceEvent.Failed.class, name = "failed")
})
public sealed interface SliceEvent {
    /** The process is up and takes slices. */
    record Ready() implements SliceEvent {}

    /** The measured part begins now. */
    record Measuring() implements SliceEvent {}

    /**
     * A turn begins; nobody is asked for anything at this moment.
     *
     * @param number its place in {@link Turns#order()}
     */
    record Turn(int number) implements SliceEvent {}

    /**
     * How it goes, about every 500 ms from the first request to the last answer; of services that take turns, in the
     * middle of each turn.
     *
     * @param elapsedSeconds since the slice's start, ramp included
     * @param completedPerSecond good answers per second since the event before
     * @param errors bad answers and failures since the slice's start
     * @param inFlight requests under way
     * @param p50Micros median latency of the measured part's answers since the event before, in microseconds; null when
     *     there were none
     * @param p99Micros their 99th percentile
     */
    record Progress(
            double elapsedSeconds,
            double completedPerSecond,
            long errors,
            long inFlight,
            Long p50Micros,
            Long p99Micros)
            implements SliceEvent {}

    /** The measured part is over; answers may still be under way. */
    record Measured() implements SliceEvent {}

    /**
     * The slice is over.
     *
     * @param outcomes one, or one for each service that takes turns
     */
    record Done(List<SliceOutcome> outcomes) implements SliceEvent {}

    /**
     * The slice is over and Gatling's report is written.
     *
     * @param page its index.html
     */
    record Reported(String page) implements SliceEvent {}

    /**
     * The slice could not be run.
     *
     * @param reason one sentence
     */
    record Failed(String reason) implements SliceEvent {}
}
