package org.concurrencylab.generator;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The generator process, as the runner holds it. For one thread. */
public final class GeneratorProcess implements AutoCloseable {
    private static final int SILENCE_SECONDS = 20;
    private static final int CLOSE_SECONDS = 2;

    private final Process process;
    private final Path logFile;
    private final BufferedWriter requests;
    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

    private GeneratorProcess(Process process, Path logFile) {
        this.process = process;
        this.logFile = logFile;
        this.requests = process.outputWriter(StandardCharsets.UTF_8);
        Thread.ofVirtual().name("generator-events").start(this::receive);
    }

    /**
     * Starts the process and waits until it takes slices (about half a second).
     *
     * @throws GeneratorException if it does not start
     */
    public static GeneratorProcess start(GeneratorOptions options) {
        GeneratorProcess generator;
        try {
            Process process = new ProcessBuilder(command(options))
                    .redirectError(
                            ProcessBuilder.Redirect.appendTo(options.logFile().toFile()))
                    .start();
            generator = new GeneratorProcess(process, options.logFile());
        } catch (IOException e) {
            throw new GeneratorException("The load generator cannot be started: " + e.getMessage(), e);
        }
        try {
            generator.next(SliceEvent.Ready.class);
        } catch (RuntimeException e) {
            generator.close();
            throw e;
        }
        return generator;
    }

    /**
     * The load shares the machine with what it loads. Each loop has its own connections and wakes up for each of their
     * answers: at 5,000 requests per second four loops took 46 µs of CPU time per request, one took 27 (two CPUs).
     */
    private static int eventLoops() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }

    private static List<String> command(GeneratorOptions options) {
        List<String> command = new ArrayList<>(options.prefix());
        // Ctrl-C reaches every process of the terminal. Ignored here, it leaves the end to the runner, and the JVM
        // honours what it inherits.
        command.addAll(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "generator"));
        command.add(options.java().toString());
        command.addAll(List.of("-Xms" + options.heap(), "-Xmx" + options.heap()));
        command.addAll(options.jvmFlags());
        command.addAll(List.of(
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                // Gatling stops Logback after each run, which leaves it at DEBUG: a string per request, for nobody.
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                "-Dio.netty.eventLoopThreads=" + eventLoops(),
                "-Dio.netty.leakDetection.level=disabled",
                "-cp",
                System.getProperty("java.class.path"),
                GeneratorMain.class.getName()));
        return command;
    }

    /** The process, for sampling its CPU time and for pinning it. */
    public long pid() {
        return process.pid();
    }

    /** For tests: how the process ended. */
    Process process() {
        return process;
    }

    /**
     * Runs a slice and returns when its last answer is there, or the request timeout is over.
     *
     * @throws GeneratorException if the slice cannot be run, or the generator dies or falls silent
     */
    public SliceOutcome run(SliceRequest request, SliceListener listener) {
        return runInTurns(request, listener).getFirst();
    }

    /**
     * Runs a slice whose services take turns.
     *
     * @return what became of each of them, in the order of the request
     * @throws GeneratorException as for {@link #run}
     */
    public List<SliceOutcome> runInTurns(SliceRequest request, SliceListener listener) {
        return ask(request, listener, SliceEvent.Done.class).outcomes();
    }

    /**
     * Runs an unmeasured slice for Gatling's own HTML report. In this warm process, because a cold one would show its
     * own start in the charts and take seconds longer.
     *
     * @param folder an existing folder; Gatling makes one in it
     * @return the report's index.html
     * @throws GeneratorException as for {@link #run}
     */
    public Path report(SliceRequest request, Path folder, SliceListener listener) {
        ReportRequest report =
                new ReportRequest(request, folder.toAbsolutePath().toString());
        return Path.of(ask(report, listener, SliceEvent.Reported.class).page());
    }

    private <T extends SliceEvent> T ask(GeneratorRequest request, SliceListener listener, Class<T> answer) {
        send(request);
        while (true) {
            switch (next(SliceEvent.class)) {
                case SliceEvent.Measuring measuring -> listener.measuring();
                case SliceEvent.Turn turn -> listener.turn(turn.number());
                case SliceEvent.Progress progress -> listener.progress(progress);
                case SliceEvent.Measured measured -> listener.measured();
                case SliceEvent.Failed failed -> throw new GeneratorException(failed.reason());
                case SliceEvent.Done done -> {
                    return answer.cast(done);
                }
                case SliceEvent.Reported reported -> {
                    return answer.cast(reported);
                }
                case SliceEvent.Ready ready -> throw new GeneratorException("The load generator restarted.");
            }
        }
    }

    private void send(GeneratorRequest request) {
        try {
            requests.write(Wire.line(request));
            requests.newLine();
            requests.flush();
        } catch (IOException e) {
            throw gone();
        }
    }

    private <T extends SliceEvent> T next(Class<T> type) {
        try {
            Optional<String> line = lines.poll(SILENCE_SECONDS, TimeUnit.SECONDS);
            if (line == null) {
                process.destroyForcibly();
                throw new GeneratorException("The load generator has been silent for " + SILENCE_SECONDS
                        + " s and was ended; its log is " + logFile + ".");
            }
            return type.cast(message(line.orElseThrow(this::gone)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GeneratorException("The slice was interrupted.", e);
        }
    }

    /** A JVM that cannot start says why where its first message is expected. */
    private SliceEvent message(String line) throws InterruptedException {
        try {
            return Wire.message(line, SliceEvent.class);
        } catch (JsonProcessingException e) {
            StringBuilder said = new StringBuilder(line);
            Optional<String> more = lines.poll(CLOSE_SECONDS, TimeUnit.SECONDS);
            while (more != null && more.isPresent()) {
                said.append(": ").append(more.get());
                more = lines.poll(CLOSE_SECONDS, TimeUnit.SECONDS);
            }
            throw new GeneratorException("The load generator said: " + said + "; its log is " + logFile + ".", e);
        }
    }

    /** Its output closes a moment before it has ended, and at once when it is killed from here: hence the wait. */
    private GeneratorException gone() {
        String how = ended() ? "ended with exit code " + process.exitValue() : "closed its output";
        return new GeneratorException(
                "The load generator (process " + pid() + ") " + how + "; its log is " + logFile + ".");
    }

    private boolean ended() {
        try {
            return process.waitFor(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    private void receive() {
        try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
            in.lines().map(Optional::of).forEach(lines::add);
        } catch (IOException | UncheckedIOException e) {
            // The end of the stream, however it comes.
        }
        lines.add(Optional.empty());
    }

    /** Ends the process, at once and in mid-slice too. */
    @Override
    public void close() {
        try {
            requests.close();
        } catch (IOException e) {
            // Already gone.
        }
        if (!ended()) {
            process.destroyForcibly();
        }
    }
}
