package org.concurrencylab.soak;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.concurrencylab.api.SellerBehaviour;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.CpuSets;
import org.concurrencylab.environment.Database;
import org.concurrencylab.environment.LabStack;
import org.concurrencylab.environment.MachineFacts;
import org.concurrencylab.environment.Run;
import org.concurrencylab.environment.SellersProcess;
import org.concurrencylab.environment.ServiceProcess;
import org.concurrencylab.soak.KneeSearch.Knee;

/** Loads all contenders side by side for long, and reads them every few seconds. */
public final class SoakRun {

    /** Well below the seconds in which a service that queues without end answers. */
    private static final Promise PROMISE = new Promise(200);

    private static final int SELLERS_MILLIS = 20;
    /** Cold services would queue, and what waits too long is asked for in vain; requests per second to each. */
    private static final List<Double> FIRST_RATES = List.of(10.0, 20.0, 40.0, 80.0);

    private static final Duration EACH = Duration.ofSeconds(10);

    private final Run run;
    private final List<ContenderSpec> contenders;
    private final SoakPlan plan;
    private final Consumer<String> progress;

    /**
     * @param contenders that run side by side
     * @param plan how long
     * @param progress hears a line for each step of the search for the knee, and now and then while it goes on
     */
    public SoakRun(Run run, List<ContenderSpec> contenders, SoakPlan plan, Consumer<String> progress) {
        this.run = run;
        this.contenders = contenders;
        this.plan = plan;
        this.progress = progress;
    }

    /** Makes all of it. */
    public SoakResults measure() throws InterruptedException {
        CpuSets cpus = CpuSets.unpinned();
        Database database = Database.start(run);
        SellersProcess sellers = SellersProcess.start(run);
        sellers.behave(SellerBehaviour.delayedBy(SELLERS_MILLIS));
        List<ServiceProcess> services = contenders.stream()
                .map(contender -> contender.namedInDatabase(database))
                .map(contender -> ServiceProcess.start(run, contender, database, sellers.url(), cpus.allCpus()))
                .toList();
        try (Load load = new Load(services.stream().map(ServiceProcess::url).toList())) {
            load.open();
            bringToSpeed(load);
            Optional<Knee> knee = plan.rate().isPresent() ? Optional.empty() : Optional.of(knee(load));
            double rate = plan.rate()
                    .orElseGet(
                            () -> Math.rint(SoakPlan.SHARE * knee.orElseThrow().rate()));
            progress.accept(knee.map(found -> found.words() + "; ").orElse("")
                    + "%.0f requests per second to each from now on".formatted(rate));
            load.rate(rate);
            Sitting sitting = new Sitting(new LabStack(database, sellers, services), load, plan, progress);
            Map<String, List<Reading>> warmUp = sitting.sit("warm-up", plan.warmUpReadings());
            Map<String, List<Reading>> judged = sitting.sit("soak", plan.readings());
            return new SoakResults(
                    MachineFacts.of(database, cpus),
                    plan.minutes(),
                    rate,
                    knee.orElse(null),
                    Errand.shares(),
                    SELLERS_MILLIS,
                    warmUp,
                    judged,
                    Judge.judge(judged),
                    sitting.end());
        }
    }

    private void bringToSpeed(Load load) throws InterruptedException {
        progress.accept("%d s of rising rates, so that hot methods are compiled"
                .formatted(FIRST_RATES.size() * EACH.toSeconds()));
        for (double rate : FIRST_RATES) {
            load.rate(plan.rate().isPresent() ? Math.min(rate, plan.rate().getAsDouble()) : rate);
            Thread.sleep(EACH);
        }
    }

    private Knee knee(Load load) throws InterruptedException {
        List<String> names = contenders.stream().map(ContenderSpec::name).toList();
        return new KneeSearch(new LoadProbe(load), PROMISE, names, progress).find();
    }
}
