package org.concurrencylab.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.SearchPath;

/**
 * A program of the user's machine.
 *
 * @param path where it is
 */
public record Tool(Path path) {

    /**
     * How a call ended.
     *
     * @param code exit code
     * @param output standard output
     * @param error standard error
     */
    public record Outcome(int code, String output, String error) {

        public boolean isGood() {
            return code == 0;
        }

        /** The last line that it said, for a sentence. */
        public String reason() {
            return Stream.of(error, output)
                    .flatMap(String::lines)
                    .filter(line -> !line.isBlank())
                    .reduce((first, second) -> second)
                    .map(line -> line.strip().replaceFirst("\\.$", ""))
                    .orElse("exit code " + code);
        }
    }

    /** Looks on the PATH, or where a name with slashes says. */
    public static Optional<Tool> find(String name) {
        Optional<Path> path =
                name.contains("/") ? Optional.of(Path.of(name)).filter(Files::isExecutable) : SearchPath.find(name);
        return path.map(Tool::new);
    }

    /** Waits for its end. */
    public Outcome run(List<String> arguments) {
        try {
            Process process = builder(arguments).start();
            CompletableFuture<String> error = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            String output = text(process.getInputStream());
            return new Outcome(process.waitFor(), output, error.join());
        } catch (IOException e) {
            throw new LabFailure(path.getFileName() + " cannot be run: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabFailure(path.getFileName() + " was interrupted.", e);
        }
    }

    /** Starts it; each line that it says on standard output is heard until its end. */
    public Process follow(List<String> arguments, Consumer<String> line) {
        try {
            Process process = builder(arguments)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Thread.ofVirtual().start(() -> {
                try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
                    reader.lines().forEach(line);
                } catch (IOException | UncheckedIOException e) {
                    // It was ended.
                }
            });
            return process;
        } catch (IOException e) {
            throw new LabFailure(path.getFileName() + " cannot be run: " + e.getMessage() + ".", e);
        }
    }

    private ProcessBuilder builder(List<String> arguments) {
        return new ProcessBuilder(Stream.concat(Stream.of(path.toString()), arguments.stream())
                        .toList())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
