package org.concurrencylab.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.OpenFiles;
import org.concurrencylab.experiments.Bench.Service;
import org.concurrencylab.experiments.Bench.Services;
import org.concurrencylab.results.Results.Slice;
import org.concurrencylab.results.Trial;
import org.concurrencylab.simulations.Mix;

/** What requests that wait cost in memory and threads, up to ten thousand at a time. */
final class MemoryInFlight implements Experiment {
    static final String LEVEL = "in flight";
    static final int HEAP_MEBIBYTES = 512;
    /** As many as are asked for, if a process may have as many connections: one in and one out for each. */
    static final int MOST = 10_000;

    private static final String NAME = "memory";
    /** Libraries, the database and the like. */
    private static final int FILES_BESIDES = 1_300;

    private static final int LONGEST_DELAY_SECONDS = 10;
    /** Fewer would not show in a process that takes hundreds of MiB. */
    private static final int FEWEST = 100;

    private static final List<Level> LEVELS = levels(OpenFiles.limit().orElse(Long.MAX_VALUE));
    private static final double RAMP_SECONDS = 0.5;
    private static final double MEASURED_SECONDS = 1;
    private static final double WARM_UP_SECONDS = 12;
    private static final double START_SECONDS = 2;
    private static final double TIMEOUT_SECONDS = 20;
    /** Enough for a thread each, and for a wait far longer than the delay. */
    private static final Map<String, String> PATIENT = Map.of(
            "lab.workers", "12000",
            "quarkus.rest-client.sellers.read-timeout", "30000",
            "lab.seller-timeout", "30s");

    /**
     * Netty keeps lists of buffers for each thread that has ever answered, which take 84 KB even when they are empty
     * (PoolThreadCache of Netty 4.1). They are no part of a concurrency model, and filled this heap at 3,400 threads.
     */
    private static final List<String> NO_BUFFERS_KEPT =
            List.of("-Dio.netty.allocator.smallCacheSize=0", "-Dio.netty.allocator.normalCacheSize=0");

    private static final String BUFFERS =
            " Netty keeps no buffers for each thread here: with them, 84 KB a thread, threads had filled this heap at some 3,000.";

    /**
     * So many requests under way: by Little's law, what arrives in a second times the sellers' delay.
     *
     * @param delaySeconds of the sellers
     */
    record Level(int inFlight, double delaySeconds) {
        double ratePerSecond() {
            return inFlight / delaySeconds;
        }

        /** Longer than the delay after the ramp, so that all wait who will. */
        double settleSeconds() {
            return 2 * RAMP_SECONDS + delaySeconds;
        }
    }

    /**
     * A thousand, three thousand, and as many as a process may have connections for: two each, and two for each that
     * arrives in the second in which a collection stops all.
     *
     * @param files that a process may have open
     */
    static List<Level> levels(long files) {
        long pairs = Math.min(2 * MOST, (files - FILES_BESIDES) / 2);
        int most = (int) Math.min(MOST, pairs * LONGEST_DELAY_SECONDS / (LONGEST_DELAY_SECONDS + 1));
        Stream<Level> fewer = Stream.of(new Level(1_000, 1), new Level(3_000, 4));
        return Stream.concat(
                        fewer.filter(level -> level.inFlight() < most),
                        Stream.of(new Level(most, LONGEST_DELAY_SECONDS)))
                .filter(level -> level.inFlight() >= FEWEST)
                .toList();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String question() {
        return "How much memory and how many threads do %,d requests take that wait at the same time?".formatted(MOST);
    }

    @Override
    public String prediction() {
        return "A platform thread each, with 50 to 100 KB of stack and buffers of its own in use, makes 0.5 to 1 GB for %,d; virtual threads and an event loop keep some KB on the heap for each. The heap is %d MiB for everybody."
                .formatted(MOST, HEAP_MEBIBYTES);
    }

    @Override
    public double seconds(int contenders) {
        double levels = LEVELS.stream()
                .mapToDouble(level -> level.settleSeconds() + MEASURED_SECONDS + level.delaySeconds())
                .sum();
        return WARM_UP_SECONDS + contenders * (START_SECONDS + levels);
    }

    @Override
    public boolean needsContendersWarm() {
        return false;
    }

    @Override
    public List<Trial> measure(Bench bench) {
        List<Trial> trials = new ArrayList<>();
        List<ContenderSpec> contenders =
                bench.contenders().stream().map(Service::spec).toList();
        try (Services services =
                bench.start(contenders.stream().map(MemoryInFlight::roomy).toList(), WARM_UP_SECONDS)) {
            for (ContenderSpec contender : contenders) {
                // One that has run out of its heap would not leave the others alone.
                try (Service service = services.of(roomy(contender))) {
                    trials.addAll(levels(bench, service, contender.name()));
                }
            }
        }
        return trials;
    }

    private static ContenderSpec roomy(ContenderSpec contender) {
        return contender.withSettings(NAME, PATIENT).withHeap(HEAP_MEBIBYTES).withFlags(NO_BUFFERS_KEPT);
    }

    /** Who fails at a level is not asked for more. */
    private static List<Trial> levels(Bench bench, Service service, String contender) {
        List<Trial> trials = new ArrayList<>();
        boolean held = true;
        for (Level level : LEVELS) {
            if (held) {
                Slice slice = measure(bench, service, level);
                trials.add(new Trial(contender, Map.of(LEVEL, (double) level.inFlight()), slice));
                held = slice.errors() == 0;
            }
        }
        return trials;
    }

    private static Slice measure(Bench bench, Service service, Level level) {
        bench.sellers((int) Math.round(level.delaySeconds() * 1_000));
        return service.measure(Ask.open(Mix.EXTERNAL, level.ratePerSecond(), level.settleSeconds(), MEASURED_SECONDS)
                .ofLongRequests(RAMP_SECONDS, TIMEOUT_SECONDS));
    }

    @Override
    public Answer answer(List<Trial> trials) {
        if (trials.isEmpty()) {
            return Answer.cannotTell(NAME, "nothing was measured");
        }
        Residents residents = new Residents(trials);
        List<String> contenders = Figures.contenders(trials);
        String each = Figures.sentences(contenders, residents::sentence);
        boolean heldAll = contenders.stream().anyMatch(contender -> residents.held(contender) == residents.most());
        String fewer = heldAll && residents.most() < MOST
                ? " Not %,d, because a process may have no more files open here, and each takes two connections."
                        .formatted(MOST)
                : "";
        return new Answer(
                each + fewer + BUFFERS,
                List.of(MemoryRuling.of(residents)),
                List.of(InFlight.memory(trials), InFlight.threads(trials)));
    }
}
