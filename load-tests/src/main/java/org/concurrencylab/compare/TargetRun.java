package org.concurrencylab.compare;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.concurrencylab.environment.CpuSets;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.MachineFacts;
import org.concurrencylab.environment.Run;
import org.concurrencylab.environment.SellersControl;
import org.concurrencylab.generator.GeneratorProcess;
import org.concurrencylab.live.LiveEvent;
import org.concurrencylab.live.Phase;
import org.concurrencylab.results.Results;

/**
 * {@code lab compare --targets}: the same comparison of services that run already, wherever they are. They share one
 * database with the lab's books. Nothing is started but the load generator, and nothing is pinned.
 *
 * @param plan what is measured
 * @param targets who is compared, the reference of all ratios first
 * @param sellers the external service that they call; without it only workloads that do not call it are measured
 * @param checked whether they are held to the contract first, which needs the database for itself
 * @param seed of the random order and of the users' choices
 * @param command the command line, as typed
 * @param folder where results go; created, and removed again when there are none
 */
public record TargetRun(
        Plan plan,
        List<Target> targets,
        Optional<URI> sellers,
        boolean checked,
        long seed,
        String command,
        Path folder) {

    /**
     * A service.
     *
     * @param name as reports print it
     * @param url where it answers, without a slash at the end
     * @param metrics where its own processes answer; a host with several addresses is several of them
     */
    public record Target(String name, URI url, URI metrics) {}

    /** Leaves out what needs an external service that cannot be set. */
    public TargetRun {
        plan = sellers.isPresent() ? plan : plan.withoutSellers();
        targets = List.copyOf(targets);
    }

    /**
     * Runs it to the end. What was measured is on disk when this returns.
     *
     * @throws LabFailure when a target does not answer, or they disagree
     */
    public Results execute(Progress progress) {
        Instant startedAt = Instant.now();
        ResultsFolder made = ResultsFolder.make(folder);
        CpuSets cpus = CpuSets.unpinned();
        try (Run run = Run.begin();
                RemoteMeters meters = new RemoteMeters(
                        targets.stream().collect(Collectors.toMap(Target::name, Target::metrics)), cpus)) {
            progress.begin("starting", 5);
            List<Subject> subjects = targets.stream()
                    .map(target -> Subject.at(target.name(), target.url().toString()))
                    .toList();
            Results.Environment environment = MachineFacts.ofTargets(cpus);
            GeneratorProcess generator = run.open(() -> GeneratorProcess.start(Generators.options(run)));
            Comparison comparison = new Comparison(
                    plan,
                    0,
                    seed,
                    subjects,
                    Surroundings.elsewhere(sellers.map(SellersControl::new)),
                    meters,
                    generator,
                    progress);
            progress.tell(new LiveEvent.Entered(Phase.WARM_UP));
            Fitted fitted = Fitted.to(comparison.warmUp(), plan);
            if (checked) {
                progress.tell(new LiveEvent.Entered(Phase.CONTRACT));
                progress.say("contract", ContractSmoke.check(subjects, progress));
            }
            progress.tell(new LiveEvent.Entered(Phase.MEASURING));
            Rounds rounds = new Rounds();
            rounds.add(comparison.measure(fitted.plan(), Sessions.UNKNOWN, 0));
            fitted.remark().ifPresent(rounds::remark);
            rounds.remark("The services were running already. Their CPU time, memory and threads are what they say of"
                    + " themselves, work of the JIT and of telling it included; nothing is known of the database, of other programs, and"
                    + " of the network between.");
            if (!checked) {
                rounds.remark("Whether the contenders answer alike was not checked.");
            }
            if (sellers.isEmpty()) {
                rounds.remark("Workloads that call the external service were left out: no --sellers was given.");
            }
            Results results =
                    rounds.results(fitted.plan(), seed, command, startedAt, environment, cpus, subjects, List.of());
            made.keep(
                    results,
                    progress,
                    () -> GatlingReports.write(fitted.plan(), comparison.alive(), generator, folder, progress));
            return results;
        } catch (RuntimeException e) {
            made.giveUp();
            throw e;
        }
    }
}
