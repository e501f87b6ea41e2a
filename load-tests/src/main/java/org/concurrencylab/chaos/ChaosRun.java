package org.concurrencylab.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.concurrencylab.environment.Await;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.CpuSets;
import org.concurrencylab.environment.Database;
import org.concurrencylab.environment.DatabaseSessions;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.MachineFacts;
import org.concurrencylab.environment.Run;
import org.concurrencylab.environment.SellersProcess;
import org.concurrencylab.environment.ServiceProcess;

/** Makes all faults of one contender after the other, on one database that keeps what it acknowledges. */
public final class ChaosRun {

    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration BEFORE = Duration.ofMillis(1_500);
    /** Beyond the time in which it has to recover: long enough to see a failure that comes later. */
    private static final Duration BEYOND = Duration.ofSeconds(2);

    /** The same for a service that was started anew, whose JVM is cold. */
    private static final Duration BEYOND_START = Duration.ofSeconds(5);

    private static final Duration QUIET_WITHIN = Duration.ofSeconds(15);
    private static final double MILLIS = 1e3;

    private final Run run;
    private final List<ContenderSpec> contenders;
    private final List<Fault> faults;
    private final Consumer<String> progress;
    private final AtomicLong isbns = new AtomicLong();

    /**
     * @param contenders in the order in which they are struck
     * @param faults by name, each one that {@link Faults} lists
     * @param progress hears a line before each fault
     */
    public ChaosRun(Run run, List<ContenderSpec> contenders, List<String> faults, Consumer<String> progress) {
        this.run = run;
        this.contenders = contenders;
        this.faults = faults.stream()
                .map(name -> Faults.named(name).orElseThrow(() -> new LabFailure("There is no fault " + name + ".")))
                .toList();
        this.progress = progress;
    }

    /** Makes them all. */
    public ChaosResults measure() throws InterruptedException {
        CpuSets cpus = CpuSets.unpinned();
        Database database = Database.startDurable(run);
        SellersProcess sellers = SellersProcess.start(run);
        List<Trial> trials = new ArrayList<>();
        for (ContenderSpec contender : contenders) {
            ServiceProcess service = ServiceProcess.start(run, contender, database, sellers.url(), cpus.allCpus());
            Scene scene = new Scene(run, database, sellers, cpus.allCpus(), service);
            warmUp(scene);
            for (Fault fault : faults) {
                progress.accept(contender.name() + ": " + fault.name());
                trials.add(trial(contender, fault, scene));
            }
            scene.end();
        }
        return new ChaosResults(MachineFacts.of(database, cpus), Load.CUSTOMERS, Load.PER_SECOND, trials);
    }

    private void warmUp(Scene scene) throws InterruptedException {
        try (Load load = Load.start(scene.url(), new Ledger(), isbns)) {
            Thread.sleep(WARM_UP);
            load.stop();
        }
    }

    private Trial trial(ContenderSpec contender, Fault fault, Scene scene) throws InterruptedException {
        Ledger ledger = new Ledger();
        long process = scene.service().pid();
        try (Load load = Load.start(scene.url(), ledger, isbns)) {
            long begun = System.nanoTime();
            Thread.sleep(BEFORE);
            long struck = System.nanoTime();
            long healed = fault.strike(scene);
            Duration watched = Duration.ofMillis(Math.round(fault.recoversWithin() * MILLIS))
                    .plus(fault.endsService() ? BEYOND_START : BEYOND);
            Thread.sleep(watched);
            long stopped = System.nanoTime();
            List<Outcome> outcomes = load.stop();
            awaitQuiet(scene.database());
            Audit audit = Audit.of(ledger, Rows.of(scene.database()));
            return new Trial(
                    contender.name(),
                    fault.name(),
                    fault.does(),
                    Recovery.of(outcomes, begun, struck, healed, stopped),
                    fault.recoversWithin(),
                    audit,
                    fault.answersWhatIsMade() ? audit.made() : 0,
                    scene.service().isAlive()
                            && (fault.endsService() || scene.service().pid() == process));
        }
    }

    /** Until no transaction is under way that could still write what nobody was told of. */
    private static void awaitQuiet(Database database) {
        try (DatabaseSessions sessions = new DatabaseSessions(database)) {
            if (!Await.until(() -> sessions.busy() == 0, QUIET_WITHIN)) {
                throw new LabFailure("PostgreSQL is still busy " + QUIET_WITHIN.toSeconds() + " s after the load.");
            }
        }
    }
}
