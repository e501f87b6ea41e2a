package org.concurrencylab.compare;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.concurrencylab.api.SellerBehaviour;
import org.concurrencylab.environment.CpuSets;
import org.concurrencylab.environment.DatabaseSessions;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.LabStack;
import org.concurrencylab.environment.MachineFacts;
import org.concurrencylab.environment.Run;
import org.concurrencylab.environment.ServiceProcess;
import org.concurrencylab.experiments.Experiment;
import org.concurrencylab.generator.GeneratorProcess;
import org.concurrencylab.generator.SliceEvent;
import org.concurrencylab.generator.SliceListener;
import org.concurrencylab.generator.SliceOutcome;
import org.concurrencylab.generator.SliceRequest;
import org.concurrencylab.live.LiveEvent;
import org.concurrencylab.results.Results;
import org.concurrencylab.results.Results.Slice;
import org.concurrencylab.results.Results.WarmUpStep;
import org.concurrencylab.simulations.Mix;

/** One run over contenders that are up already: warms them up, pins them, and measures them in interleaved slices. */
final class Comparison {

    private static final double MILLIS = 1_000;

    private final Plan plan;
    private final long seed;
    private final LabStack stack;
    private final GeneratorProcess generator;
    private final CpuSets cpus;
    private final Progress progress;
    private final List<Subject> subjects;
    private final Processes processes;
    private final List<WarmUpStep> warmUpSteps = new ArrayList<>();
    private final List<String> unsteady = new ArrayList<>();

    Comparison(Plan plan, long seed, LabStack stack, GeneratorProcess generator, CpuSets cpus, Progress progress) {
        this.plan = plan;
        this.seed = seed;
        this.stack = stack;
        this.generator = generator;
        this.cpus = cpus;
        this.progress = progress;
        this.subjects = stack.contenders().stream().map(Subject::of).toList();
        this.processes = new Processes(stack.database(), stack.sellers(), generator, subjects, cpus);
    }

    List<Subject> subjects() {
        return subjects;
    }

    /** Those whose process still runs. */
    List<Subject> alive() {
        return subjects.stream()
                .filter(subject -> subject.process().process().isAlive())
                .toList();
    }

    /**
     * Brings the contenders to speed, one after the other, each on all CPUs and with every kind of request, so that the
     * JIT has compiled for the mix before anything is measured. Side by side their compilers would take the CPUs from
     * one another: in as much time each then answered a tenth of the requests.
     *
     * @throws LabFailure when a process ends meanwhile
     */
    void warmUp() {
        stack.sellers().behave(SellerBehaviour.PROMPT);
        for (Subject subject : subjects) {
            progress.begin("warm-up · " + subject.name(), plan.warmUp().mostSeconds());
            stack.database().reset();
            WarmUp warmUp = new WarmUp(
                    plan.warmUp().leastSeconds(),
                    plan.warmUp().mostSeconds(),
                    plan.warmUp().perSecond(),
                    List.of(subject));
            AtomicBoolean freshData = new AtomicBoolean(true);
            warmUpSteps.addAll(warmUp.run(
                    rate -> warmUpStep(subject, rate, freshData.getAndSet(false)),
                    one -> Optional.ofNullable(processes.requestCpuMillis(one)).orElse(Double.NaN)));
            unsteady.addAll(warmUp.unsteady());
        }
    }

    private SliceOutcome warmUpStep(Subject subject, double rate, boolean freshData) {
        progress.tell(new LiveEvent.SliceBegan(LiveEvent.Target.warmUp(subject.name(), rate, WarmUp.STEP_SECONDS)));
        SliceOutcome outcome = generator.run(step(subject, rate, freshData), new Watching());
        stack.trouble().ifPresent(trouble -> {
            throw trouble;
        });
        return outcome;
    }

    /** Measures everything of the plan, then makes the experiments; command is printed in the report. */
    Results measure(Instant startedAt, String command, List<Experiment> experiments, Run run) {
        // Before this program is pinned itself, and sees fewer processors.
        Results.Environment environment = MachineFacts.of(stack.database(), cpus);
        pin();
        try (DatabaseSessions sessions = new DatabaseSessions(stack.database())) {
            SliceMeasurement measurement = new SliceMeasurement(plan.slice(), generator, processes, sessions, progress);
            Blocks blocks = new Blocks(plan, seed, stack, subjects, measurement, progress);
            List<Slice> slices = blocks.measure();
            List<String> missing = new ArrayList<>(blocks.missing());
            ExperimentBench bench = new ExperimentBench(run, stack, alive(), generator, cpus, sessions, progress, seed);
            List<Results.Experiment> made = new Trials(bench, missing).of(experiments);
            return new Results(
                    Results.FORMAT,
                    List.of(new Results.Run(
                            startedAt,
                            Duration.between(startedAt, Instant.now()).toMillis() / MILLIS,
                            seed,
                            command)),
                    environment,
                    subjects.stream().map(Subject::describe).toList(),
                    plan.loads().stream().map(load -> load.describe(subjects)).toList(),
                    List.copyOf(warmUpSteps),
                    slices,
                    made,
                    List.copyOf(missing),
                    remarks());
        }
    }

    private SliceRequest step(Subject subject, double rate, boolean freshData) {
        return new SliceRequest(
                subject.url(), Mix.WARMUP, rate, 0, 0, WarmUp.STEP_SECONDS, Plan.TIMEOUT_SECONDS, freshData, seed);
    }

    private final class Watching implements SliceListener {
        @Override
        public void progress(SliceEvent.Progress event) {
            progress.sample(event);
        }
    }

    private void pin() {
        cpus.pinService(stack.contenders().stream().map(ServiceProcess::pid).toList());
        cpus.pinOthers(processes.others());
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (!cpus.arePinned()) {
            remarks.add("Unpinned: service and generator compete for the same CPUs.");
        }
        if (!unsteady.isEmpty()) {
            remarks.add("Not steady after the warm-up: " + String.join(", ", unsteady)
                    + " (CPU time per request of the last three steps within 5 %); later blocks may be faster.");
        }
        return remarks;
    }
}
