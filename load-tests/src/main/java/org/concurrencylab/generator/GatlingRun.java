package org.concurrencylab.generator;

import io.gatling.app.Gatling$;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One run of Gatling in this JVM.
 *
 * <p>{@code Gatling.fromArgs} is what {@code Gatling.main} calls before it exits; it is private to Gatling's own
 * package in Scala, and public in bytecode. A process per run would measure the generator's cold JIT instead. Gatling
 * reads the name of its configuration from a system property at each run.
 */
record GatlingRun(String configuration, List<String> options) {
    private static final String CONFIGURATION = "gatling.conf.file";

    static GatlingRun unreported() {
        return new GatlingRun("gatling-generator.conf", List.of("--no-reports"));
    }

    static GatlingRun reported(Path folder, String description) {
        String encoded = Base64.getEncoder().encodeToString(description.getBytes(StandardCharsets.UTF_8));
        return new GatlingRun(
                "gatling-report.conf", List.of("--results-folder", folder.toString(), "--run-description", encoded));
    }

    /** The page that the last run in this folder wrote. */
    static Path newestReport(Path folder) throws IOException {
        try (Stream<Path> runs = Files.list(folder)) {
            return runs.map(run -> run.resolve("index.html"))
                    .filter(Files::exists)
                    .max(Comparator.comparing(page -> page.toFile().lastModified()))
                    .orElseThrow(() -> new IOException("Gatling wrote no report into " + folder + "."));
        }
    }

    void run() {
        System.setProperty(CONFIGURATION, configuration);
        Stream<String> simulation = Stream.of("--simulation", SliceSimulation.class.getName());
        Gatling$.MODULE$.fromArgs(Stream.concat(simulation, options.stream()).toArray(String[]::new));
    }
}
