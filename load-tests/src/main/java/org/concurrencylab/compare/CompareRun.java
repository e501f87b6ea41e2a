package org.concurrencylab.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.CpuSets;
import org.concurrencylab.environment.DatabaseSessions;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.LabProcess;
import org.concurrencylab.environment.LabStack;
import org.concurrencylab.environment.MachineFacts;
import org.concurrencylab.environment.Run;
import org.concurrencylab.experiments.Experiment;
import org.concurrencylab.generator.GeneratorOptions;
import org.concurrencylab.generator.GeneratorProcess;
import org.concurrencylab.live.LiveEvent;
import org.concurrencylab.live.Phase;
import org.concurrencylab.report.Report;
import org.concurrencylab.results.AtomicFile;
import org.concurrencylab.results.Results;
import org.concurrencylab.results.ResultsFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code lab compare} from an empty table to a written report: starts everything, checks that the contenders agree,
 * measures, renders.
 *
 * @param plan what is measured
 * @param experiments what is tried besides
 * @param contenders who is compared, the reference of all ratios first
 * @param seed of the random order and of the users' choices
 * @param command the command line, as typed
 * @param folder where results go; created, and removed again when there are none
 */
public record CompareRun(
        Plan plan,
        List<Experiment> experiments,
        List<ContenderSpec> contenders,
        long seed,
        String command,
        Path folder) {

    private static final Logger LOG = LoggerFactory.getLogger(CompareRun.class);
    private static final String GENERATOR_HEAP = "512m";

    /**
     * Runs it to the end. What was measured is on disk when this returns.
     *
     * @throws LabFailure when something does not start, the contenders disagree, or a process ends in mid-run
     */
    public Results execute(Progress progress) {
        Instant startedAt = Instant.now();
        boolean existed = Files.exists(folder);
        makeFolder();
        CpuSets cpus = CpuSets.ofThisMachine();
        try (Run run = Run.begin()) {
            progress.begin("starting", 15);
            LabStack stack = LabStack.startWarm(
                    run, contenders, guests(), cpus.serviceCpus(), line -> progress.say("aot", line));
            GeneratorProcess generator = run.open(() -> GeneratorProcess.start(generatorOptions(run)));
            progress.say("started", Started.sentence(stack, cpus, startedAt));
            // Before this program is pinned itself, and sees fewer processors.
            Results.Environment environment = MachineFacts.of(stack.database(), cpus);
            Rounds rounds = new Rounds();
            Comparison comparison = null;
            List<Results.Experiment> made;
            try (DatabaseSessions sessions = new DatabaseSessions(stack.database())) {
                for (int round = 0; round < plan.rounds(); round++) {
                    if (round > 0) {
                        cpus.release(List.of(ProcessHandle.current().pid()));
                        stack = stack.restarted(run, contenders, cpus.serviceCpus());
                    }
                    comparison = new Comparison(plan, round, seed, stack, generator, cpus, progress);
                    prepare(comparison, round, progress);
                    progress.tell(new LiveEvent.Entered(Phase.MEASURING));
                    rounds.add(comparison.measure(sessions, rounds.slices()));
                }
                ExperimentBench bench =
                        new ExperimentBench(run, stack, comparison.alive(), generator, cpus, sessions, progress, seed);
                made = new Trials(bench, rounds.missing()).of(experiments);
            }
            Results results = rounds.results(this, startedAt, environment, cpus, comparison.subjects(), made);
            progress.tell(new LiveEvent.Entered(Phase.REPORT));
            ResultsFile.write(folder.resolve("results.json"), results);
            if (stack.supportTrouble().isEmpty() && !plan.loads().isEmpty()) {
                GatlingReports.write(plan, comparison.alive(), generator, folder, progress);
            }
            Report.write(results, folder);
            progress.tell(new LiveEvent.Finished(folder.resolve("report.html")));
            return results;
        } catch (RuntimeException e) {
            if (!existed) {
                removeEmptyFolder();
            }
            throw e;
        } finally {
            // This program was pinned beside the database; its own later work, and whatever it starts, need not be.
            cpus.release(List.of(ProcessHandle.current().pid()));
        }
    }

    /** Warms up first, because the checks then take a third of the time; the checks are for the first round only. */
    private void prepare(Comparison comparison, int round, Progress progress) {
        if (!plan.loads().isEmpty() || experiments.stream().anyMatch(Experiment::needsContendersWarm)) {
            progress.tell(new LiveEvent.Entered(Phase.WARM_UP));
            comparison.warmUp();
        }
        if (round == 0) {
            progress.tell(new LiveEvent.Entered(Phase.CONTRACT));
            progress.say("contract", ContractSmoke.check(comparison.subjects(), progress));
        }
    }

    private List<ContenderSpec> guests() {
        return experiments.stream()
                .flatMap(experiment -> experiment.guests(contenders).stream())
                .distinct()
                .toList();
    }

    private GeneratorOptions generatorOptions(Run run) {
        List<String> java = LabProcess.java(run, List.of("-XX:+UseSerialGC"), List.of());
        return new GeneratorOptions(
                List.of(),
                Path.of(java.getFirst()),
                GENERATOR_HEAP,
                java.subList(1, java.size()),
                run.log("generator"));
    }

    private void makeFolder() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new LabFailure("Results cannot be written to " + folder + ": " + AtomicFile.reason(e) + ".", e);
        }
        // Now, not after the minutes of a run.
        if (!Files.isWritable(folder)) {
            throw new LabFailure("Results cannot be written to " + folder + ": permission denied.");
        }
    }

    private void removeEmptyFolder() {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            LOG.debug("{} stays: it holds what was measured", folder, e);
        }
    }
}
