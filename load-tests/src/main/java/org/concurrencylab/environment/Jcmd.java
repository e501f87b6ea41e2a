package org.concurrencylab.environment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** What a JVM says when the JDK's own jcmd asks it. */
public final class Jcmd {

    /** A JVM that stands still answers nobody. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Jcmd() {}

    /**
     * Asks for one thing, for instance {@code Thread.print}.
     *
     * @return the answer; empty where there is no jcmd, it is not let in, or does not answer within a minute
     */
    public static Optional<String> ask(long pid, String command) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        if (!Files.isExecutable(jcmd)) {
            return Optional.empty();
        }
        try {
            Process process = new ProcessBuilder(jcmd.toString(), String.valueOf(pid), command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            Executor late = CompletableFuture.delayedExecutor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            CompletableFuture<Void> end = CompletableFuture.runAsync(process::destroyForcibly, late);
            try {
                String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return process.waitFor() == 0 ? Optional.of(answer) : Optional.empty();
            } finally {
                end.cancel(false);
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
