package org.concurrencylab.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.concurrencylab.generator.SliceEvent;
import org.concurrencylab.live.LiveEvent.Target;
import org.concurrencylab.results.Finding;
import org.concurrencylab.results.Histograms;
import org.concurrencylab.results.Results.Slice;
import org.concurrencylab.results.Usage;

/** Events of a made-up run: {@code threads} carries half of what is offered, {@code reactive} all of it. */
final class SampleRun {

    static final List<String> CONTENDERS = List.of("threads", "virtual", "reactive");

    private SampleRun() {}

    /** Two blocks, and the third one's last slice goes on. */
    static List<LiveEvent> untilMidway() {
        List<LiveEvent> events = new ArrayList<>();
        events.add(new LiveEvent.Step("starting", 15));
        events.add(new LiveEvent.Entered(Phase.WARM_UP));
        events.add(new LiveEvent.Step("warm-up", 10));
        events.add(new LiveEvent.SliceBegan(Target.warmUp(400, 1)));
        events.add(sample(0.5, 1_200, 900, 4_000));
        events.add(new LiveEvent.Entered(Phase.MEASURING));
        for (int block = 1; block <= 3; block++) {
            for (String contender : CONTENDERS) {
                boolean slow = contender.equals("threads");
                double rate = slow ? 980 + 10 * block : 2_000;
                events.add(new LiveEvent.Step("block", 2));
                events.add(new LiveEvent.SliceBegan(target(contender, block)));
                for (double elapsed = 0.5; elapsed <= 2; elapsed += 0.5) {
                    long p50 = slow ? Math.round(600_000 * elapsed) : 201_000;
                    events.add(sample(elapsed, rate + 20 * elapsed, p50, slow ? 2 * p50 : 225_000 + 9_000L * block));
                }
                if (block < 3 || !contender.equals("reactive")) {
                    events.add(new LiveEvent.SliceEnded(slice(contender, rate, slow ? 1_320_000 : 201_000, List.of())));
                }
            }
        }
        return events;
    }

    static Target target(String contender, int block) {
        return new Target(
                "external-2000",
                "external: one database read and one 200 ms call",
                2_000,
                contender,
                false,
                block,
                3,
                0.35,
                2);
    }

    static LiveEvent.Sampled sample(double elapsed, double rate, long p50, long p99) {
        return new LiveEvent.Sampled(new SliceEvent.Progress(elapsed, rate, 0, Math.round(rate * p50 / 1e6), p50, p99));
    }

    static Slice slice(String contender, double rate, long micros, List<Finding> findings) {
        Histogram latency = new Histogram(3);
        latency.recordValueWithCount(micros, 98);
        latency.recordValueWithCount(2 * micros, 2);
        double seconds = 1.65;
        long completed = Math.round(rate * seconds);
        return new Slice(
                "external-2000",
                contender,
                0,
                0,
                0,
                false,
                false,
                Instant.EPOCH,
                0.1,
                0.25,
                seconds,
                completed,
                completed,
                Map.of("200", completed),
                0,
                Histograms.encode(latency),
                Histograms.encode(new Histogram(3)),
                rate * micros / 1e6,
                usage(completed * 0.25),
                findings);
    }

    private static Usage usage(double cpuMillis) {
        return new Usage(
                cpuMillis, 0.0, null, null, 225, null, null, null, null, null, null, null, null, 0.42, null, null,
                null);
    }
}
