package org.concurrencylab.compare;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.concurrencylab.api.SellerBehaviour;
import org.concurrencylab.environment.CpuSets;
import org.concurrencylab.environment.LabStack;
import org.concurrencylab.environment.MachineFacts;
import org.concurrencylab.environment.ServiceProcess;
import org.concurrencylab.generator.GeneratorProcess;
import org.concurrencylab.generator.SliceEvent;
import org.concurrencylab.generator.SliceListener;
import org.concurrencylab.generator.SliceOutcome;
import org.concurrencylab.generator.SliceRequest;
import org.concurrencylab.results.Results;
import org.concurrencylab.results.Results.Slice;
import org.concurrencylab.simulations.Mix;

/** One run over contenders that are up already: warms them up, pins them, and measures them in interleaved slices. */
final class Comparison {

    private static final double TIMEOUT_SECONDS = 10;
    private static final double MILLIS = 1_000;

    private final Plan plan;
    private final long seed;
    private final LabStack stack;
    private final GeneratorProcess generator;
    private final CpuSets cpus;
    private final Progress progress;
    private final Processes processes;
    private final List<Subject> subjects;

    Comparison(Plan plan, long seed, LabStack stack, GeneratorProcess generator, CpuSets cpus, Progress progress) {
        this.plan = plan;
        this.seed = seed;
        this.stack = stack;
        this.generator = generator;
        this.cpus = cpus;
        this.progress = progress;
        this.processes = new Processes(stack.database(), stack.sellers(), generator);
        this.subjects = stack.contenders().stream().map(Subject::of).toList();
    }

    List<Subject> subjects() {
        return subjects;
    }

    /** Measures everything of the plan; command is printed in the report. */
    Results measure(Instant startedAt, String command) {
        // Before this program is pinned itself, and sees fewer processors.
        Results.Environment environment = MachineFacts.of(stack.database(), cpus);
        warmUp();
        pin();
        List<Slice> slices = measureBlocks();
        return new Results(
                Results.FORMAT,
                startedAt,
                Duration.between(startedAt, Instant.now()).toMillis() / MILLIS,
                seed,
                command,
                environment,
                subjects.stream().map(Subject::describe).toList(),
                plan.loads().stream().map(load -> load.describe(subjects)).toList(),
                slices,
                cpus.arePinned() ? List.of() : List.of("Unpinned: service and generator compete for the same CPUs."));
    }

    /**
     * On all CPUs, with every kind of request, so that the JIT has compiled for the mix before anything is measured.
     */
    private void warmUp() {
        stack.sellers().behave(SellerBehaviour.PROMPT);
        for (Subject subject : subjects) {
            progress.begin("warm-up · " + subject.name(), plan.warmUpSeconds());
            stack.database().reset();
            AtomicBoolean freshData = new AtomicBoolean(true);
            new WarmUp(plan.warmUpSeconds(), plan.warmUpPerSecond()).run(rate -> {
                SliceOutcome outcome =
                        generator.run(warmUpStep(subject, rate, freshData.getAndSet(false)), new Watching());
                requireAllAlive();
                return outcome;
            });
        }
    }

    private SliceRequest warmUpStep(Subject subject, double rate, boolean freshData) {
        return new SliceRequest(
                subject.url(), Mix.WARMUP, rate, 0, 0, WarmUp.STEP_SECONDS, TIMEOUT_SECONDS, freshData, seed);
    }

    private final class Watching implements SliceListener {
        @Override
        public void progress(SliceEvent.Progress event) {
            progress.update(event.completedPerSecond(), event.errors());
        }
    }

    /** What a dead contender "carries" is no measurement. */
    private void requireAllAlive() {
        stack.trouble().ifPresent(trouble -> {
            throw trouble;
        });
    }

    private void pin() {
        cpus.pinService(stack.contenders().stream().map(ServiceProcess::pid).toList());
        cpus.pinOthers(processes.others());
    }

    private List<Slice> measureBlocks() {
        Schedule schedule = new Schedule(subjects.size(), seed);
        SliceMeasurement measurement = new SliceMeasurement(plan, generator, processes, progress);
        List<Slice> slices = new ArrayList<>();
        for (int block = 0; block < plan.blocks(); block++) {
            stack.database().reset();
            boolean freshData = true;
            for (Load load : plan.loads()) {
                stack.sellers().behave(SellerBehaviour.delayedBy(load.sellerDelayMillis()));
                for (int contender : schedule.order(block)) {
                    Subject subject = subjects.get(contender);
                    progress.begin(
                            "block %d/%d · %s · %s".formatted(block + 1, plan.blocks(), subject.name(), load.name()),
                            plan.sliceSeconds());
                    int position = slices.size();
                    slices.add(measurement.measure(
                            load, subject, new SliceMeasurement.Place(block, position, freshData, seed + position)));
                    freshData = false;
                    requireAllAlive();
                }
            }
        }
        return slices;
    }
}
