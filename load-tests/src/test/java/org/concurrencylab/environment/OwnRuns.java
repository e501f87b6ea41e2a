package org.concurrencylab.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the runs of this JVM hold, for tests that look whether anything is left. */
public final class OwnRuns {

    private OwnRuns() {}

    /** Their temporary folders. */
    public static List<Path> folders() {
        Path base = RunFolder.defaultBase();
        if (!Files.isDirectory(base)) {
            return List.of();
        }
        String ours = "run-" + ProcessHandle.current().pid() + "-";
        try (Stream<Path> entries = Files.list(base)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(ours))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The processes that carry the mark of the run with this folder, whoever their parent is. */
    public static List<ProcessHandle> processes(Path folder) {
        return MarkedProcesses.of(folder);
    }
}
