package org.concurrencylab.compare;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.concurrencylab.generator.GeneratorProcess;
import org.concurrencylab.generator.SliceEvent;
import org.concurrencylab.generator.SliceListener;
import org.concurrencylab.generator.SliceOutcome;
import org.concurrencylab.generator.SliceRequest;
import org.concurrencylab.results.Histograms;
import org.concurrencylab.results.Results.Slice;
import org.concurrencylab.results.Results.Usage;

/** Measures one contender under one workload for a few seconds: the load, and what the processes use meanwhile. */
final class SliceMeasurement {

    private static final double TIMEOUT_SECONDS = 10;
    private static final double LATE_MICROS = 20_000;
    private static final double LATENESS_PERCENTILE = 99;
    private static final double MILLIS = 1_000;

    private final Plan plan;
    private final GeneratorProcess generator;
    private final Processes processes;
    private final Progress progress;

    SliceMeasurement(Plan plan, GeneratorProcess generator, Processes processes, Progress progress) {
        this.plan = plan;
        this.generator = generator;
        this.processes = processes;
        this.progress = progress;
    }

    /**
     * One slice's place in the run.
     *
     * @param block repetition, from 0
     * @param position place in the whole run, from 0
     * @param freshData whether the rows were reset since the slice before
     * @param seed of the users' choices
     */
    record Place(int block, int position, boolean freshData, long seed) {}

    Slice measure(Load load, Subject subject, Place place) {
        SliceRequest request = new SliceRequest(
                subject.url(),
                load.mix(),
                load.ratePerSecond(),
                plan.rampSeconds(),
                plan.settleSeconds(),
                plan.measuredSeconds(),
                TIMEOUT_SECONDS,
                place.freshData(),
                place.seed());
        Meter meter = new Meter(subject.pid());
        SliceOutcome outcome = generator.run(request, meter);
        Usage usage = Processes.between(meter.before, meter.after);
        return new Slice(
                load.name(),
                subject.name(),
                place.block(),
                place.position(),
                outcome.measuredFrom(),
                plan.rampSeconds(),
                plan.settleSeconds(),
                outcome.measuredSeconds(),
                outcome.sent(),
                outcome.completed(),
                outcome.statuses(),
                outcome.errors(),
                outcome.latencyMicros(),
                outcome.latenessMicros(),
                usage,
                remarks(outcome));
    }

    private static List<String> remarks(SliceOutcome outcome) {
        List<String> remarks = new ArrayList<>();
        Histogram lateness = Histograms.decode(outcome.latenessMicros());
        double late = lateness.getValueAtPercentile(LATENESS_PERCENTILE);
        if (late > LATE_MICROS) {
            remarks.add(
                    "generator late: 99 %% of the requests were sent within %.0f ms of their time; more than 20 ms hide latency"
                            .formatted(late / MILLIS));
        }
        if (outcome.errors() > 0) {
            remarks.add("%,d of %,d requests were not answered as the API promises: %s"
                    .formatted(outcome.errors(), outcome.sent(), outcome.statuses()));
        }
        return remarks;
    }

    /** Reads the processes' use at both ends of the measured part. */
    private final class Meter implements SliceListener {
        private final long service;
        private Processes.Reading before;
        private Processes.Reading after;

        Meter(long service) {
            this.service = service;
        }

        @Override
        public void measuring() {
            before = processes.read(service);
        }

        @Override
        public void measured() {
            after = processes.read(service);
        }

        @Override
        public void progress(SliceEvent.Progress event) {
            progress.update(event.completedPerSecond(), event.errors());
        }
    }
}
