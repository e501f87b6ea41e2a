package org.concurrencylab.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs below a folder of the test's own, which share the unpacked server programs. */
final class TestRuns {

    private TestRuns() {}

    static Run begin(Path base) {
        try {
            shareBinaries(base);
        } catch (IOException e) {
            throw new LabFailure("Cannot prepare " + base + ".", e);
        }
        return Run.begin(base, base.resolve("logs"), false);
    }

    static void shareBinaries(Path base) throws IOException {
        Path shared =
                Files.createDirectories(Path.of("target", "postgresql-binaries").toAbsolutePath());
        if (!Files.exists(base.resolve("postgresql-binaries"))) {
            Files.createSymbolicLink(base.resolve("postgresql-binaries"), shared);
        }
    }
}
