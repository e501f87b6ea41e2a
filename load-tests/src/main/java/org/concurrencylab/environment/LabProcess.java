package org.concurrencylab.environment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A child process of a run. Its output goes to a log file; its standard input is a pipe that ends when the runner dies,
 * which our own JVMs take as the sign to end too. It carries the run's mark and never outlives the run.
 */
public final class LabProcess implements AutoCloseable {

    private static final Pattern ERROR =
            Pattern.compile("error|exception|could not|cannot|failed|fatal|insufficient", Pattern.CASE_INSENSITIVE);
    private static final Pattern BESIDE_THE_POINT =
            Pattern.compile("fatal exception has occurred|error report file|Native memory allocation");
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(3);

    private final String name;
    private final Path log;
    private final Process process;
    private long askedNanos;
    private List<ProcessHandle> descendants = List.of();

    private LabProcess(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts a program whose output nobody but its log wants.
     *
     * @param run owns the process
     * @param name of the log file and in error sentences, e.g. "threads"
     * @param command program and arguments; see {@link #java}
     * @param environment variables to be added
     * @throws LabFailure when the program cannot be started
     */
    public static LabProcess start(Run run, String name, List<String> command, Map<String, String> environment) {
        Path log = run.log(name);
        return run.open(() -> {
            ProcessBuilder builder =
                    builder(run, command, environment).redirectErrorStream(true).redirectOutput(log.toFile());
            return new LabProcess(name, log, spawn(builder, name));
        });
    }

    /** Starts a program in the foreground: the terminal is its own, and it has no log. */
    public static LabProcess startInForeground(
            Run run, String name, List<String> command, Map<String, String> environment) {
        return run.open(() -> new LabProcess(
                name, run.log(name), spawn(builder(run, command, environment).inheritIO(), name)));
    }

    /**
     * The command line of a child JVM on the JDK that runs this program. Its temporary files go to the run's folder.
     *
     * @param run owns the process
     * @param flags JVM flags and system properties
     * @param program main class or {@code -jar} with its file, and the arguments
     */
    public static List<String> java(Run run, List<String> flags, List<String> program) {
        List<String> command = new ArrayList<>();
        command.add(Jvm.executable());
        command.add(MarkedProcesses.PROPERTY + run.folder());
        command.add("-Djava.io.tmpdir=" + run.temp());
        // Its file of performance data would stay in the machine's temporary folder after a kill -9.
        command.add("-XX:-UsePerfData");
        command.add("-XX:ErrorFile=" + run.log("jvm-crash-%p"));
        command.addAll(flags);
        command.addAll(program);
        return List.copyOf(command);
    }

    private static ProcessBuilder builder(Run run, List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.of(run.prefix(), command).flatMap(List::stream).toList());
        builder.environment().putAll(environment);
        builder.environment().put(MarkedProcesses.ENVIRONMENT, run.folder().toString());
        return builder;
    }

    private static Process spawn(ProcessBuilder builder, String name) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new LabFailure("Cannot start " + name + ": " + e.getMessage() + ".", e);
        }
    }

    /** The name it was started under. */
    public String name() {
        return name;
    }

    /** The operating system's number of the process. */
    public long pid() {
        return process.pid();
    }

    /** Whether it still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes when the process has ended, with its exit code. */
    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Waits for the end and answers the exit code. */
    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** The standard input of the process; not for one in the foreground. */
    public OutputStream input() {
        return process.getOutputStream();
    }

    /** Where its output goes. */
    public Path log() {
        return log;
    }

    /** The output so far, or what of it can be read. */
    public List<String> output() {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return lines.toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            return List.of();
        }
    }

    /**
     * The line of the output that best says why the process failed: the last one that speaks of an error, else the last
     * one.
     */
    public String reason() {
        List<String> lines = output().stream()
                .filter(line -> !line.startsWith("\tat "))
                // A JVM that dies says the cause first and then, in the same frame of #, where its report is.
                .map(line -> line.replaceFirst("^# *", "").strip())
                .filter(line ->
                        !line.isEmpty() && !BESIDE_THE_POINT.matcher(line).find())
                .toList();
        return lines.reversed().stream()
                .filter(line -> ERROR.matcher(line).find())
                .findFirst()
                .orElse(lines.isEmpty() ? "it said nothing" : lines.getLast());
    }

    /** SIGSTOP: the process stands still, as in a long stop for garbage collection, until {@link #resume}. */
    public void pause() {
        signal("STOP");
    }

    /** SIGCONT; does nothing to a process that runs. */
    public void resume() {
        signal("CONT");
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new LabFailure("The process " + name + " cannot be sent a signal: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** SIGKILL: it gets to do nothing more. Returns when it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM and a wait until it has ended by itself; whether it has. */
    public boolean stop(Duration patience) throws InterruptedException {
        process.destroy();
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** SIGTERM, and no wait. */
    synchronized void askToEnd() {
        if (askedNanos == 0) {
            askedNanos = System.nanoTime();
            // Once it is gone nobody can tell what it had started.
            descendants = process.descendants().toList();
        }
        process.destroy();
    }

    private synchronized List<ProcessHandle> started() {
        return descendants;
    }

    private synchronized long patienceNanos() {
        return ENDS_WITHIN.toNanos() - (System.nanoTime() - askedNanos);
    }

    /** SIGTERM, a bounded wait since the first one, then SIGKILL, for the process and all it started. */
    @Override
    public void close() throws IOException {
        askToEnd();
        try {
            if (!process.waitFor(patienceNanos(), TimeUnit.NANOSECONDS)) {
                process.destroyForcibly().waitFor(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        started().forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public String toString() {
        return name + " (process " + pid() + ")";
    }
}
