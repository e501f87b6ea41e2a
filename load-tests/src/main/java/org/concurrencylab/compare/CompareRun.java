package org.concurrencylab.compare;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.CpuSets;
import org.concurrencylab.environment.DatabaseSessions;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.LabStack;
import org.concurrencylab.environment.MachineFacts;
import org.concurrencylab.environment.Run;
import org.concurrencylab.environment.ServiceProcess;
import org.concurrencylab.experiments.Experiment;
import org.concurrencylab.generator.GeneratorProcess;
import org.concurrencylab.live.LiveEvent;
import org.concurrencylab.live.Phase;
import org.concurrencylab.results.Results;

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

    /**
     * Runs it to the end. What was measured is on disk when this returns.
     *
     * @throws LabFailure when something does not start, the contenders disagree, or a process ends in mid-run
     */
    public Results execute(Progress progress) {
        Instant startedAt = Instant.now();
        ResultsFolder made = ResultsFolder.make(folder);
        CpuSets cpus = CpuSets.ofThisMachine();
        try (Run run = Run.begin()) {
            progress.begin("starting", 15);
            LabStack stack = LabStack.startWarm(
                    run, contenders, guests(), cpus.serviceCpus(), line -> progress.say("aot", line));
            GeneratorProcess generator = run.open(() -> GeneratorProcess.start(Generators.options(run)));
            progress.say("started", Started.sentence(stack, cpus, startedAt));
            // Before this program is pinned itself, and sees fewer processors.
            Results.Environment environment = MachineFacts.of(stack.database(), cpus);
            Rounds rounds = new Rounds();
            BusyLoops loops = new BusyLoops();
            Comparison comparison = null;
            Fitted fitted = Fitted.untried(plan);
            List<Results.Experiment> trials;
            try (DatabaseSessions sessions = new DatabaseSessions(stack.database())) {
                for (int round = 0; round < plan.rounds(); round++) {
                    if (round > 0) {
                        cpus.release(List.of(ProcessHandle.current().pid()));
                        stack = stack.restarted(run, contenders, cpus.serviceCpus());
                    }
                    List<Subject> subjects =
                            stack.contenders().stream().map(Subject::of).toList();
                    Processes processes = new Processes(stack.database(), stack.sellers(), generator, subjects, cpus);
                    comparison = new Comparison(
                            plan, round, seed, subjects, Surroundings.of(stack), processes, generator, progress);
                    Fitted tried = prepare(comparison, round, progress);
                    // The same rates in all rounds, or they could not be put together.
                    fitted = round == 0 ? tried : fitted;
                    pin(stack, processes, cpus);
                    progress.tell(new LiveEvent.Entered(Phase.MEASURING));
                    loops.watch(subjects);
                    rounds.add(comparison.measure(fitted.plan(), sessions::busy, rounds.slices()));
                    loops.count();
                }
                loops.watch(comparison.alive());
                ExperimentBench bench =
                        new ExperimentBench(run, stack, comparison.alive(), generator, cpus, sessions, progress, seed);
                trials = new Trials(bench, rounds.missing()).of(experiments);
                loops.count();
            }
            fitted.remark().ifPresent(rounds::remark);
            loops.remarks().forEach(rounds::remark);
            Plan measured = fitted.plan();
            Results results = rounds.results(
                    measured, seed, command, startedAt, environment, cpus, comparison.subjects(), trials);
            List<Subject> alive =
                    stack.supportTrouble().isEmpty() && !plan.loads().isEmpty() ? comparison.alive() : List.of();
            made.keep(results, progress, () -> GatlingReports.write(measured, alive, generator, folder, progress));
            return results;
        } catch (RuntimeException e) {
            made.giveUp();
            throw e;
        } finally {
            // This program was pinned beside the database; its own later work, and whatever it starts, need not be.
            cpus.release(List.of(ProcessHandle.current().pid()));
        }
    }

    private static void pin(LabStack stack, Processes processes, CpuSets cpus) {
        cpus.pinService(stack.contenders().stream().map(ServiceProcess::pid).toList());
        cpus.pinOthers(processes.others());
    }

    /** Warms up first, because the checks then take a third of the time; the checks are for the first round only. */
    private Fitted prepare(Comparison comparison, int round, Progress progress) {
        Fitted fitted = Fitted.untried(plan);
        if (!plan.loads().isEmpty() || experiments.stream().anyMatch(Experiment::needsContendersWarm)) {
            progress.tell(new LiveEvent.Entered(Phase.WARM_UP));
            fitted = Fitted.to(comparison.warmUp(), plan);
        }
        if (round == 0) {
            fitted.remark().ifPresent(remark -> progress.say("slow", remark));
            progress.tell(new LiveEvent.Entered(Phase.CONTRACT));
            progress.say("contract", ContractSmoke.check(comparison.subjects(), progress));
        }
        return fitted;
    }

    private List<ContenderSpec> guests() {
        return experiments.stream()
                .flatMap(experiment -> experiment.guests(contenders).stream())
                .distinct()
                .toList();
    }
}
