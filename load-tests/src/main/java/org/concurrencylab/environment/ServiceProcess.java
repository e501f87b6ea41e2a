package org.concurrencylab.environment;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A contender that this run has started, ready to be asked. */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final double NANOS = 1e9;
    private static final String MANAGEMENT_PORT = "quarkus.management.port";

    private final ContenderSpec contender;
    private final LabProcess process;
    private final URI url;
    private final URI management;
    private final List<String> flags;
    private final GcLog gcLog;
    private double firstAnswerSeconds;

    private ServiceProcess(
            ContenderSpec contender, LabProcess process, URI url, URI management, List<String> flags, GcLog gcLog) {
        this.contender = contender;
        this.process = process;
        this.url = url;
        this.management = management;
        this.flags = flags;
        this.gcLog = gcLog;
    }

    /**
     * Starts a contender on a free port; see {@link #start(Run, ContenderSpec, Database, URI, int, int)}. Tries another
     * port when somebody takes the first one meanwhile.
     */
    public static ServiceProcess start(Run run, ContenderSpec contender, Database database, URI sellers, int cpus) {
        try {
            return start(run, contender, database, sellers, cpus, Ports.free());
        } catch (PortTaken e) {
            return start(run, contender, database, sellers, cpus, Ports.free());
        }
    }

    /**
     * Starts a contender and waits until it is ready and has answered {@code GET /books/1}.
     *
     * @param run owns the process
     * @param contender which one
     * @param database shared by all
     * @param sellers URL of the external service
     * @param cpus CPUs that the service is given (see {@link CpuSets#serviceCpus()})
     * @param port to listen on
     * @throws LabFailure when it is not built, the port is taken, it ends, or is not ready within two minutes
     */
    public static ServiceProcess start(
            Run run, ContenderSpec contender, Database database, URI sellers, int cpus, int port) {
        List<String> aot = AotCache.isWanted()
                ? AotCache.of(contender, Jvm.serviceFlags(cpus)).flags()
                : List.of();
        return start(run, contender, database, sellers, cpus, port, aot);
    }

    /** Starts a contender so that it writes an AOT cache to this file at its end. */
    static ServiceProcess startTraining(
            Run run, ContenderSpec contender, Database database, URI sellers, int cpus, Path cache) {
        ContenderSpec training =
                new ContenderSpec(contender.name() + "-training", contender.application(), contender.settings());
        return start(run, training, database, sellers, cpus, Ports.free(), List.of("-XX:AOTCacheOutput=" + cache));
    }

    private static ServiceProcess start(
            Run run, ContenderSpec contender, Database database, URI sellers, int cpus, int port, List<String> aot) {
        Path jar = contender.folder().resolve("quarkus-run.jar");
        if (!Files.isRegularFile(jar)) {
            throw new LabFailure("The contender " + contender.name() + " is not built: " + jar
                    + " is missing; ./lab mvn package builds it.");
        }
        List<String> flags = Stream.of(Jvm.serviceFlags(cpus), contender.jvmFlags(), aot)
                .flatMap(List::stream)
                .toList();
        Map<String, String> settings = settings(run, contender, database, sellers, cpus, port);
        return start(run, contender, List.of("-jar", jar.toString()), settings, flags, port);
    }

    static ServiceProcess start(
            Run run,
            ContenderSpec contender,
            List<String> program,
            Map<String, String> settings,
            List<String> flags,
            int port) {
        if (!Ports.isFree(port)) {
            throw new PortTaken(contender, port);
        }
        List<String> all = new ArrayList<>(flags);
        GcLog gcLog = new GcLog(run.log(contender.name() + "-gc"));
        all.add(gcLog.flag());
        settings.forEach((key, value) -> all.add("-D" + key + "=" + value));
        long start = System.nanoTime();
        LabProcess process = LabProcess.start(run, contender.name(), LabProcess.java(run, all, program), Map.of());
        URI url = URI.create("http://127.0.0.1:" + port);
        URI management = URI.create("http://127.0.0.1:" + settings.getOrDefault(MANAGEMENT_PORT, String.valueOf(port)));
        ServiceProcess service = new ServiceProcess(contender, process, url, management, flags, gcLog);
        service.awaitFirstAnswer(start, port);
        return service;
    }

    private static Map<String, String> settings(
            Run run, ContenderSpec contender, Database database, URI sellers, int cpus, int port) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("lab.contender", contender.name());
        // More event loops than CPUs cost latency: the 99th percentile of reactive fell from 19 to 7 ms on one CPU.
        settings.put("lab.event-loops", String.valueOf(cpus));
        settings.put("lab.cover-folder", covers(run).toString());
        // A loop that is busy for longer makes everybody wait: Vert.x warns, and the run counts its warnings.
        settings.put("quarkus.vertx.max-event-loop-execute-time", "50ms");
        // Not only from which time on a warning has a stack: Quarkus also has Vert.x look as often.
        settings.put("quarkus.vertx.warning-exception-time", "20ms");
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.http.port", String.valueOf(port));
        settings.put(MANAGEMENT_PORT, String.valueOf(Ports.free()));
        settings.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        settings.put("quarkus.datasource.reactive.url", database.reactiveUrl());
        settings.put("quarkus.datasource.username", database.user());
        settings.put("quarkus.datasource.password", database.password());
        settings.put("quarkus.rest-client.sellers.url", sellers.toString());
        settings.putAll(contender.settings());
        return settings;
    }

    /** Where the run's contenders keep covers, each in a folder that has its name; deleted with the run. */
    public static Path covers(Run run) {
        return run.folder().resolve("covers");
    }

    private void awaitFirstAnswer(long start, int port) {
        try (HttpProbe probe = new HttpProbe()) {
            // Whether anything listens is cheaper to ask than for an answer, and a start needs all CPUs.
            boolean answered = PatientCompiler.during(
                    process.pid(),
                    () -> awaitFrom(
                            start,
                            () -> Ports.isListening(port) && probe.status(url.resolve("/books/1")) == HttpProbe.OK));
            firstAnswerSeconds = (System.nanoTime() - start) / NANOS;
            boolean ready = answered
                    && awaitFrom(start, () -> probe.status(management.resolve("/q/health/ready")) == HttpProbe.OK);
            if (!process.isAlive()) {
                throw ended(port);
            }
            if (!ready) {
                close();
                String lack = answered ? " is not ready after " : " has not answered GET /books/1 after ";
                throw new LabFailure("The contender " + contender.name() + lack + READY_WITHIN.toSeconds() + " s (log: "
                        + process.log() + ").");
            }
        }
    }

    /** Whether it comes true in what is left of the time since the start, and before the process ends. */
    private boolean awaitFrom(long start, BooleanSupplier condition) {
        Duration left = READY_WITHIN.minusNanos(System.nanoTime() - start);
        return Await.until(() -> !process.isAlive() || condition.getAsBoolean(), left) && process.isAlive();
    }

    private LabFailure ended(int port) {
        List<String> output = process.output();
        if (output.stream()
                .anyMatch(line -> line.contains("Address already in use")
                        || line.contains("seems to be in use by another process"))) {
            return new PortTaken(contender, port);
        }
        return new LabFailure("The contender " + contender.name() + " ended while it started: " + process.reason()
                + " (log: " + process.log() + ").");
    }

    /** Which contender. */
    public ContenderSpec contender() {
        return contender;
    }

    /** Where it answers, without a slash at the end. */
    public URI url() {
        return url;
    }

    /** Where it tells its health and its metrics, without a slash at the end. */
    public URI management() {
        return management;
    }

    /** The operating system's number of the process. */
    public long pid() {
        return process.pid();
    }

    /** Its JVM flags, for the report: paths within the project begin at its folder. */
    public List<String> flags() {
        String home = LabHome.find() + File.separator;
        return flags.stream().map(flag -> flag.replace(home, "")).toList();
    }

    /** From the start of the process to the first answer of {@code GET /books/1}, in seconds. */
    public double firstAnswerSeconds() {
        return firstAnswerSeconds;
    }

    /** Its stops for garbage collection. */
    public GcLog gcLog() {
        return gcLog;
    }

    /** The child process. */
    public LabProcess process() {
        return process;
    }

    /** Stops it; the run does so anyway at its end. */
    @Override
    public void close() {
        try {
            process.close();
        } catch (IOException e) {
            throw new LabFailure("Cannot stop the contender " + contender.name() + ".", e);
        }
    }

    private static final class PortTaken extends LabFailure {
        PortTaken(ContenderSpec contender, int port) {
            super("Port " + port + ", needed by the contender " + contender.name() + ", is taken by another program.");
        }
    }
}
