package org.concurrencylab.environment;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The unpacked server programs (50 MB), kept from run to run below the base of the run folders: unpacking takes
 * seconds.
 */
final class PostgresBinaries {

    private PostgresBinaries() {}

    static EmbeddedPostgres startServer(EmbeddedPostgres.Builder builder, Path base) throws IOException {
        Path binaries = base.resolve("postgresql-binaries");
        // The library has no other way to keep it from making and searching a folder of its own for all users.
        System.setProperty("ot.epg.working-dir", binaries.toString());
        Set<Path> scripts = detectionScripts();
        try {
            if (areComplete(binaries)) {
                return builder.start();
            }
            // The lock of the programs themselves, for bases can share them.
            try (BaseLock ignored = BaseLock.take(binaries)) {
                forgetHalfUnpacked(binaries);
                return builder.start();
            }
        } finally {
            forgetNew(scripts);
        }
    }

    /** What the library leaves in the machine's temporary folder until the JVM ends, and for good when it is killed. */
    private static Set<Path> detectionScripts() throws IOException {
        try (Stream<Path> entries = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith("detect_linux_distribution_"))
                    .collect(Collectors.toSet());
        }
    }

    private static void forgetNew(Set<Path> known) throws IOException {
        for (Path script : detectionScripts()) {
            if (!known.contains(script)) {
                Files.deleteIfExists(script);
            }
        }
    }

    private static boolean areComplete(Path binaries) throws IOException {
        List<Path> versions = versions(binaries);
        return !versions.isEmpty() && versions.stream().allMatch(PostgresBinaries::isComplete);
    }

    /** The library would keep every file of an unpacking that was killed, half-written ones too. */
    private static void forgetHalfUnpacked(Path binaries) throws IOException {
        for (Path version : versions(binaries)) {
            if (!isComplete(version)) {
                RunFolder.delete(version);
            }
        }
    }

    private static boolean isComplete(Path version) {
        return Files.exists(version.resolve(".exists"));
    }

    private static List<Path> versions(Path binaries) throws IOException {
        if (!Files.isDirectory(binaries)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(binaries)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith("PG-"))
                    .toList();
        }
    }
}
