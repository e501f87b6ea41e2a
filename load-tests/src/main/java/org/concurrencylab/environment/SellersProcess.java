package org.concurrencylab.environment;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concurrencylab.api.SellerBehaviour;
import org.concurrencylab.sellers.Sellers;

/** The external service, as a process of its own so that its work is never taken for a contender's. */
public final class SellersProcess implements AutoCloseable {

    private static final String MAIN = Sellers.class.getName();
    private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);

    private final LabProcess process;
    private final URI url;

    private SellersProcess(LabProcess process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** Starts it on a port of its own choice. */
    public static SellersProcess start(Run run) {
        return start(run, 0);
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param run owns the process
     * @param port to listen on; 0 for any
     * @throws LabFailure when the port is taken, or it ends or is not ready within two minutes
     */
    public static SellersProcess start(Run run, int port) {
        if (port != 0) {
            Ports.requireFree(port, "the sellers");
        }
        LabProcess process = LabProcess.start(
                run,
                "sellers",
                LabProcess.java(
                        run,
                        Sellers.JVM_FLAGS,
                        List.of("-cp", Jvm.classPath(), MAIN, "--port", String.valueOf(port), "--end-with-parent")),
                Map.of());
        Await.until(() -> !process.isAlive() || printedUrl(process).isPresent(), READY_WITHIN);
        URI url = printedUrl(process)
                .orElseThrow(() -> new LabFailure(
                        "The sellers did not start: " + process.reason() + " (log: " + process.log() + ")."));
        return new SellersProcess(process, url);
    }

    private static Optional<URI> printedUrl(LabProcess process) {
        return process.output().stream()
                .map(URL::matcher)
                .filter(Matcher::find)
                .map(match -> URI.create(match.group()))
                .findFirst();
    }

    /** From now on it behaves like this. */
    public void behave(SellerBehaviour behaviour) {
        new SellersControl(url).behave(behaviour);
    }

    /** Where it answers, without a slash at the end. */
    public URI url() {
        return url;
    }

    /** The operating system's number of the process. */
    public long pid() {
        return process.pid();
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
            throw new LabFailure("Cannot stop the sellers.", e);
        }
    }
}
