package org.concurrencylab.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Everything that has to run before a contender can be asked, and the contenders.
 *
 * @param database shared by all contenders
 * @param sellers the external service
 * @param contenders ready, in the order asked for
 */
public record LabStack(Database database, SellersProcess sellers, List<ServiceProcess> contenders) {

    /**
     * A contender and its port.
     *
     * @param spec which one
     * @param port to listen on
     */
    public record Place(ContenderSpec spec, int port) {}

    /**
     * Starts database and sellers together, then the contenders one after another on free ports, so that the time to
     * the first answer of each is its own.
     *
     * @param run owns all of it
     * @param contenders which ones
     * @param cpus CPUs that each service is given
     * @throws LabFailure as the parts do
     */
    public static LabStack start(Run run, List<ContenderSpec> contenders, int cpus) {
        return withSupport(run, 0, (database, sellers) -> oneByOne(run, contenders, database, sellers, cpus));
    }

    /**
     * Starts database and sellers together, without a contender.
     *
     * @param run owns both
     * @throws LabFailure as the parts do
     */
    public static LabStack support(Run run) {
        return withSupport(run, 0, (database, sellers) -> List.of());
    }

    /**
     * As {@link #start}, but first records the {@link AotCache} of every contender that has none for its present build,
     * which takes longer than all the rest.
     *
     * @param later contenders that are started later in the run and shall have a cache, too
     * @param announce hears a line when something is recorded, and when that fails
     */
    public static LabStack startWarm(
            Run run, List<ContenderSpec> contenders, List<ContenderSpec> later, int cpus, Consumer<String> announce) {
        return withSupport(run, 0, (database, sellers) -> {
            List<ContenderSpec> all =
                    Stream.concat(contenders.stream(), later.stream()).toList();
            new AotRecording(run, database, sellers, announce).recordMissing(all, cpus);
            return oneByOne(run, contenders, database, sellers, cpus);
        });
    }

    /**
     * The same database and sellers with contenders started anew, one after another; the present ones end first.
     *
     * @throws LabFailure when one does not start
     */
    public LabStack restarted(Run run, List<ContenderSpec> specs, int cpus) {
        contenders.forEach(ServiceProcess::close);
        return new LabStack(database, sellers, oneByOne(run, specs, database, sellers, cpus));
    }

    /**
     * The same database and sellers with contenders that are started side by side, on free ports.
     *
     * @throws LabFailure when one does not start
     */
    public LabStack with(Run run, List<ContenderSpec> specs, int cpus) {
        return new LabStack(
                database,
                sellers,
                together(specs.stream()
                        .map(spec -> (Callable<ServiceProcess>)
                                () -> ServiceProcess.start(run, spec, database, sellers.url(), cpus))
                        .toList()));
    }

    private static List<ServiceProcess> oneByOne(
            Run run, List<ContenderSpec> contenders, Database database, SellersProcess sellers, int cpus) {
        return contenders.stream()
                .map(spec -> ServiceProcess.start(run, spec, database, sellers.url(), cpus))
                .toList();
    }

    /**
     * Starts everything as fast as it goes, the contenders side by side, on given ports.
     *
     * @param run owns all of it
     * @param places contenders and their ports
     * @param sellersPort the external service's port
     * @param cpus CPUs that each service is given
     * @throws LabFailure as the parts do
     */
    public static LabStack startOn(Run run, List<Place> places, int sellersPort, int cpus) {
        return withSupport(
                run,
                sellersPort,
                (database, sellers) -> together(places.stream()
                        .map(place -> (Callable<ServiceProcess>) () ->
                                ServiceProcess.start(run, place.spec(), database, sellers.url(), cpus, place.port()))
                        .toList()));
    }

    private interface Contenders {
        List<ServiceProcess> start(Database database, SellersProcess sellers);
    }

    private static LabStack withSupport(Run run, int sellersPort, Contenders contenders) {
        List<AutoCloseable> support =
                together(List.of(() -> Database.start(run), () -> SellersProcess.start(run, sellersPort)));
        Database database = (Database) support.get(0);
        SellersProcess sellers = (SellersProcess) support.get(1);
        return new LabStack(database, sellers, contenders.start(database, sellers));
    }

    private static <T> List<T> together(List<Callable<T>> starts) {
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<T> started = new ArrayList<>();
            for (Future<T> start : threads.invokeAll(starts)) {
                started.add(start.get());
            }
            return started;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabFailure("The start was interrupted.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LabFailure failure
                    ? failure
                    : new LabFailure("The start failed: " + e.getCause() + ".", e);
        }
    }

    /** What to say of a process that has ended, which none of them should; empty while all of them run. */
    public Optional<LabFailure> trouble() {
        return contenders.stream()
                .map(ServiceProcess::process)
                .filter(process -> !process.isAlive())
                .findFirst()
                .map(LabStack::ended)
                .or(this::supportTrouble);
    }

    /** The same of database and sellers, without which no contender can be measured. */
    public Optional<LabFailure> supportTrouble() {
        if (!sellers.process().isAlive()) {
            return Optional.of(ended(sellers.process()));
        }
        return database.pids().isEmpty() ? Optional.of(new LabFailure("PostgreSQL ended.")) : Optional.empty();
    }

    private static LabFailure ended(LabProcess process) {
        return new LabFailure(process.name() + " ended with exit code "
                + process.onExit().join() + ": " + process.reason() + " (log: " + process.log() + ").");
    }

    /** Waits until one of the processes ends, and answers with what to say of it. */
    public LabFailure awaitTrouble() throws InterruptedException {
        Optional<LabFailure> trouble = trouble();
        while (trouble.isEmpty()) {
            Thread.sleep(POLL_MILLIS);
            trouble = trouble();
        }
        return trouble.get();
    }

    private static final long POLL_MILLIS = 500;
}
