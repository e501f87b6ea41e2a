package org.concurrencylab.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.concurrencylab.api.SellerBehaviour;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records the {@link AotCache}s that are missing or stale: starts each contender once as it is measured, loads it with
 * every kind of request, and ends it, whereupon the JVM writes what it has learnt. Quarkus can record while it builds
 * ({@code quarkus.package.jar.aot.phase=build}), but ends the application before it has served anything, so that its
 * cache holds no profile of a request.
 *
 * @param run owns the processes
 * @param database shared; seeded anew afterwards
 * @param sellers shared; prompt afterwards
 * @param announce hears one line when something is recorded, and one for each contender that could not be
 */
record AotRecording(Run run, Database database, SellersProcess sellers, Consumer<String> announce) {

    private static final Logger LOG = LoggerFactory.getLogger(AotRecording.class);
    private static final int AT_ONCE = 3;
    /**
     * Long enough for the JIT to compile most of what is hot with its best compiler: the next JVM then begins there.
     */
    private static final Duration LOADS_FOR = Duration.ofSeconds(35);

    private static final long REQUESTS = 200_000;
    /** Methods that were called less often than this have profiles which say little; a slow machine takes longer. */
    private static final long FEWEST_REQUESTS = 20_000;

    private static final Duration LOADS_ON_FOR = Duration.ofSeconds(60);
    private static final Duration WRITES_WITHIN = Duration.ofMinutes(2);
    /** Some offers fail, but too few for the circuit breaker. */
    private static final SellerBehaviour SOMETIMES_WRONG = new SellerBehaviour(0, 0, 0.03, 0);

    /**
     * Records what these contenders lack, side by side. A failure is a line to announce, no more: a contender starts
     * without a cache, too.
     *
     * @param cpus CPUs that each service is given
     */
    void recordMissing(List<ContenderSpec> contenders, int cpus) {
        Map<AotCache, ContenderSpec> missing = missing(contenders, cpus);
        if (missing.isEmpty()) {
            return;
        }
        announce.accept("recording AOT caches, once per build, for a warm start: "
                + String.join(
                        ", ", missing.values().stream().map(ContenderSpec::name).toList()));
        sellers.behave(SOMETIMES_WRONG);
        List<String> failures = recordTogether(missing, cpus);
        if (Run.isInterrupted()) {
            return;
        }
        failures.forEach(announce);
        sellers.behave(SellerBehaviour.PROMPT);
        database.reset();
    }

    private static Map<AotCache, ContenderSpec> missing(List<ContenderSpec> contenders, int cpus) {
        Map<AotCache, ContenderSpec> missing = new LinkedHashMap<>();
        if (AotCache.isWanted()) {
            contenders.stream()
                    .filter(contender -> Files.isDirectory(contender.folder()))
                    .forEach(contender ->
                            missing.putIfAbsent(AotCache.of(contender, Jvm.serviceFlags(cpus)), contender));
        }
        missing.keySet().removeIf(AotCache::isFresh);
        return missing;
    }

    private List<String> recordTogether(Map<AotCache, ContenderSpec> missing, int cpus) {
        List<String> failures = new CopyOnWriteArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            missing.forEach((cache, contender) -> threads.submit(() -> {
                try {
                    record(cache, contender, cpus);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (IOException | RuntimeException e) {
                    LOG.warn("no AOT cache for {}", contender.name(), e);
                    failures.add("no AOT cache for " + contender.name() + ", which starts cold: " + e.getMessage());
                }
            }));
        }
        return List.copyOf(failures);
    }

    private void record(AotCache cache, ContenderSpec contender, int cpus) throws IOException, InterruptedException {
        Path recorded = Files.createTempDirectory(run.temp(), "aot").resolve("recorded.aot");
        try (ServiceProcess service =
                        ServiceProcess.startTraining(run, contender, database, sellers.url(), cpus, recorded);
                TrainingLoad load = new TrainingLoad(service.url(), Database.BOOKS)) {
            load.run(REQUESTS, LOADS_FOR);
            LOG.info("{} answered {} requests", contender.name(), load.run(FEWEST_REQUESTS, LOADS_ON_FOR));
            keep(service.process(), recorded, cache);
        }
    }

    /** Ends a process that was started to write its cache to this file, and keeps what it has written. */
    static void keep(LabProcess process, Path recorded, AotCache cache) throws IOException, InterruptedException {
        end(process);
        if (!Files.isRegularFile(recorded)) {
            throw new LabFailure("the JVM wrote none (log: " + process.log() + ").");
        }
        cache.keep(recorded);
    }

    /** The JVM writes the cache between the signal and its end, with the help of a second JVM. */
    private static void end(LabProcess process) throws InterruptedException {
        process.askToEnd();
        try {
            process.onExit().get(WRITES_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new LabFailure("the JVM needs longer than " + WRITES_WITHIN.toSeconds() + " s to write it.", e);
        } catch (ExecutionException e) {
            throw new LabFailure("its end cannot be observed.", e);
        }
    }
}
