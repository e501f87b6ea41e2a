package org.concurrencylab.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concurrencylab.environment.Await;
import org.concurrencylab.environment.Database;
import org.concurrencylab.environment.Jvm;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.LabProcess;
import org.concurrencylab.environment.Run;

/**
 * {@link BareVertx} as a process of a run, with the JVM flags of the contenders.
 *
 * @param url where it answers, without a slash at the end
 * @param pid its process
 */
record BareVertxProcess(String url, long pid) {

    private static final Duration READY_WITHIN = Duration.ofSeconds(20);

    /**
     * Starts it and waits until it is ready.
     *
     * @param cpus CPUs that it is given
     * @throws LabFailure when it ends or is not ready within 20 seconds
     */
    static BareVertxProcess start(Run run, Database database, int cpus) {
        List<String> program = List.of(
                "-cp",
                Jvm.classPath(),
                BareVertx.class.getName(),
                database.reactiveUrl(),
                database.user(),
                database.password(),
                String.valueOf(cpus));
        LabProcess process =
                LabProcess.start(run, "bare-vertx", LabProcess.java(run, Jvm.serviceFlags(cpus), program), Map.of());
        Await.until(() -> !process.isAlive() || printedUrl(process).isPresent(), READY_WITHIN);
        return printedUrl(process)
                .map(url -> new BareVertxProcess(url, process.pid()))
                .orElseThrow(() -> new LabFailure(
                        "Bare Vert.x did not start: " + process.reason() + " (log: " + process.log() + ")."));
    }

    private static Optional<String> printedUrl(LabProcess process) {
        return process.output().stream()
                .filter(line -> line.startsWith(BareVertx.READY))
                .map(line -> line.substring(BareVertx.READY.length()))
                .findFirst();
    }
}
