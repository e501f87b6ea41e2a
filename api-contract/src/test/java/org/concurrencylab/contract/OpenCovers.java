package org.concurrencylab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** The covers that a service under {@code @QuarkusTest} has open, and their unfinished parts; Linux tells. */
final class OpenCovers {

    private static final Path OPEN = Path.of("/proc/self/fd");

    /** Less than {@code lab.cover-timeout} usually is, for which an upload may take that has not ended. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path folder;

    OpenCovers() throws IOException {
        folder = Path.of(ConfigProvider.getConfig().getValue("lab.cover-folder", String.class))
                .toRealPath();
    }

    /** Whether this machine tells which files a process has open. */
    static boolean canBeSeen() {
        return Files.isDirectory(OPEN);
    }

    void awaitNone() throws Exception {
        await("all covers are closed", () -> open().isEmpty());
    }

    void awaitNoParts() throws Exception {
        await("no part of an upload is left", () -> parts().isEmpty());
    }

    private List<String> open() throws IOException {
        List<String> open = new ArrayList<>();
        try (Stream<Path> handles = Files.list(OPEN)) {
            for (Path handle : handles.toList()) {
                String file = target(handle);
                if (file.startsWith(folder.toString())) {
                    open.add(file);
                }
            }
        }
        return open;
    }

    /** The name of an open file; empty for one that has been closed since it was listed. */
    private static String target(Path handle) {
        try {
            return Files.readSymbolicLink(handle).toString();
        } catch (IOException e) {
            return "";
        }
    }

    /** Reads names only, for a part may be gone before anything else of it could be read. */
    private List<Path> parts() throws IOException {
        List<Path> parts = new ArrayList<>();
        try (DirectoryStream<Path> contenders = Files.newDirectoryStream(folder)) {
            for (Path contender : contenders) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(contender, "*.part")) {
                    files.forEach(parts::add);
                }
            }
        }
        return parts;
    }

    private void await(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime())
                    .as("time until %s; open are %s, parts are %s", what, open(), parts())
                    .isLessThan(deadline);
            Thread.sleep(10);
        }
    }
}
