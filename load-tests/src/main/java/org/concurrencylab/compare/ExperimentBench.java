package org.concurrencylab.compare;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.concurrencylab.api.SellerBehaviour;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.CpuSets;
import org.concurrencylab.environment.DatabaseSessions;
import org.concurrencylab.environment.DistantDatabase;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.LabStack;
import org.concurrencylab.environment.LiveHeap;
import org.concurrencylab.environment.Run;
import org.concurrencylab.environment.ServiceProcess;
import org.concurrencylab.experiments.Ask;
import org.concurrencylab.experiments.Bench;
import org.concurrencylab.generator.GeneratorProcess;
import org.concurrencylab.generator.SliceListener;
import org.concurrencylab.generator.SliceRequest;
import org.concurrencylab.live.LiveEvent;
import org.concurrencylab.results.Results.Slice;

/** The running stack as experiments use it. */
final class ExperimentBench implements Bench {

    private final Run run;
    private final LabStack stack;
    private final GeneratorProcess generator;
    private final CpuSets cpus;
    private final DatabaseSessions sessions;
    private final Progress progress;
    private final long seed;
    private final List<Subject> subjects;
    private final List<String> places;
    private final List<Service> contenders;
    private String experiment = "";
    private SellerBehaviour behaviour = SellerBehaviour.PROMPT;
    private int position;
    private boolean freshData = true;

    ExperimentBench(
            Run run,
            LabStack stack,
            List<Subject> subjects,
            GeneratorProcess generator,
            CpuSets cpus,
            DatabaseSessions sessions,
            Progress progress,
            long seed) {
        this.run = run;
        this.stack = stack;
        this.subjects = new ArrayList<>(subjects);
        this.generator = generator;
        this.cpus = cpus;
        this.sessions = sessions;
        this.progress = progress;
        this.seed = seed;
        this.places = subjects.stream().map(Subject::name).toList();
        this.contenders = subjects.stream().map(this::loaded).toList();
    }

    /** For the progress line. */
    void begin(String name) {
        experiment = name;
        sellers(SellerBehaviour.PROMPT);
        resetDatabase();
    }

    @Override
    public List<Service> contenders() {
        return contenders;
    }

    @Override
    public Services start(List<ContenderSpec> specs, double warmUpSeconds) {
        List<Subject> started = new ArrayList<>();
        try {
            for (ContenderSpec spec : specs) {
                progress.begin(experiment + " · start " + spec.name(), 2);
                started.add(started(spec, cpus.serviceCpus()));
            }
            warmUp(started, warmUpSeconds);
            cpus.pinService(started.stream().map(Subject::pid).toList());
            // Their connections, opened since the others were pinned.
            cpus.pinOthers(stack.database().pids());
            return new Services(started.stream().map(this::loaded).toList());
        } catch (RuntimeException e) {
            started.forEach(subject -> loaded(subject).close());
            throw e;
        }
    }

    private Service loaded(Subject subject) {
        return new Loaded(subject, cpus.serviceCpus());
    }

    @Override
    public Service startOnAllCpus(ContenderSpec spec) {
        progress.begin(experiment + " · start " + spec.name(), 2);
        return new Loaded(started(spec, cpus.allCpus()), cpus.allCpus());
    }

    private Subject started(ContenderSpec spec, int count) {
        Subject subject = Subject.of(ServiceProcess.start(
                run, spec, stack.database(), stack.sellers().url(), count));
        subjects.add(subject);
        // It inherited the CPUs of this program.
        cpus.release(List.of(subject.pid()));
        return subject;
    }

    private void warmUp(List<Subject> started, double seconds) {
        if (seconds <= 0) {
            return;
        }
        progress.begin(experiment + " · warm-up", seconds);
        stack.sellers().behave(SellerBehaviour.PROMPT);
        WarmUp warmUp = new WarmUp(Plan.WarmUpLength.of(seconds), started);
        warmUp.run(
                rate -> generator.run(WarmUp.step(started, rate, freshData(), seed), SliceListener.SILENT),
                one -> Double.NaN);
        sellers(behaviour);
        // The first collections take longest, and what they would collect is no request's that is measured.
        started.forEach(subject -> LiveHeap.collect(subject.pid()));
    }

    @Override
    public Distance distance(Duration delay) {
        DistantDatabase distant = DistantDatabase.start(stack.database(), delay);
        return new Distance() {
            @Override
            public int port() {
                return distant.port();
            }

            @Override
            public void close() {
                distant.close();
            }
        };
    }

    @Override
    public void sellers(SellerBehaviour changed) {
        behaviour = changed;
        stack.sellers().behave(changed);
    }

    @Override
    public void resetDatabase() {
        stack.database().reset();
        freshData = true;
    }

    private boolean freshData() {
        boolean fresh = freshData;
        freshData = false;
        return fresh;
    }

    private final class Loaded implements Service {
        private final Subject subject;
        private final int cpus;

        Loaded(Subject subject, int cpus) {
            this.subject = subject;
            this.cpus = cpus;
        }

        @Override
        public ContenderSpec spec() {
            return subject.process().contender();
        }

        @Override
        public int cpus() {
            return cpus;
        }

        @Override
        public URI url() {
            return subject.process().url();
        }

        @Override
        public List<String> output() {
            return subject.process().process().output();
        }

        @Override
        public Slice measure(Ask ask) {
            return measure(ask, SliceListener.SILENT);
        }

        @Override
        public Slice measureWithStall(Ask ask, Duration after, Duration length) {
            Stall stall = new Stall(subject.process().process(), after, length);
            try {
                return measure(ask, stall);
            } finally {
                stall.end();
            }
        }

        private Slice measure(Ask ask, SliceListener other) {
            progress.begin(
                    experiment + " · " + subject.name() + " · " + AskTarget.load(ask),
                    ask.settleSeconds() + ask.measuredSeconds());
            SliceRequest request = new SliceRequest(
                    List.of(subject.url()),
                    ask.mix(),
                    ask.users(),
                    ask.ratePerSecond(),
                    ask.rampSeconds(),
                    ask.settleSeconds() - ask.rampSeconds(),
                    ask.measuredSeconds(),
                    ask.timeoutSeconds(),
                    freshData(),
                    seed + position,
                    null);
            progress.tell(new LiveEvent.SliceBegan(AskTarget.of(experiment, places, subject.name(), ask)));
            Processes processes =
                    new Processes(stack.database(), stack.sellers(), generator, subjects, ExperimentBench.this.cpus);
            Slice slice = new SliceMeasurement(generator, processes, sessions::busy, progress)
                    .measure(
                            request,
                            experiment,
                            new Entrant(subject, false),
                            new SliceMeasurement.Place(0, 0, position++, false, seed),
                            other);
            progress.tell(new LiveEvent.SliceEnded(slice));
            trouble().ifPresent(reason -> {
                throw reason;
            });
            return slice;
        }

        private Optional<LabFailure> trouble() {
            return subject.process().process().isAlive() ? stack.supportTrouble() : stack.trouble();
        }

        @Override
        public void close() {
            subjects.remove(subject);
            subject.process().close();
        }
    }
}
