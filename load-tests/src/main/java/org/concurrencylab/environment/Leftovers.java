package org.concurrencylab.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What runs left behind that had no chance to clean up (kill -9, power, a crash of the JVM). Runs whose owner lives are
 * never touched.
 */
public final class Leftovers {

    private final Path base;

    Leftovers(Path base) {
        this.base = base;
    }

    /** Those of this user on this machine. */
    public static Leftovers ofThisUser() {
        return new Leftovers(RunFolder.defaultBase());
    }

    /** How many runs left something behind. */
    public int count() {
        if (!Files.isDirectory(base)) {
            return 0;
        }
        try (BaseLock ignored = BaseLock.take(base)) {
            return abandoned().size();
        } catch (IOException e) {
            return 0;
        }
    }

    /**
     * Ends their processes and deletes their folders. Bounded by a few seconds per run.
     *
     * @return one sentence for each of them
     */
    public List<String> reap() {
        if (!Files.isDirectory(base)) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>();
        try (BaseLock ignored = BaseLock.take(base)) {
            for (Path run : abandoned()) {
                int processes = MarkedProcesses.end(run);
                RunFolder.delete(run);
                sentences.add("Cleared what a killed run left behind: %d process%s and %s."
                        .formatted(processes, processes == 1 ? "" : "es", run.getFileName()));
            }
        } catch (IOException e) {
            sentences.add("Could not clear all that a killed run left in " + base + ": " + e.getMessage() + ".");
        }
        return sentences;
    }

    private List<Path> abandoned() throws IOException {
        try (Stream<Path> entries = Files.list(base)) {
            return entries.filter(Files::isDirectory)
                    .filter(RunFolder::isRun)
                    .filter(RunFolder::isAbandoned)
                    .toList();
        }
    }
}
