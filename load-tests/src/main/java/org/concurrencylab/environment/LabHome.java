package org.concurrencylab.environment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the project's folder is. */
public final class LabHome {

    private LabHome() {}

    /**
     * The folder with the aggregator pom: {@code LAB_HOME} as the launcher exports it, else the nearest one at or above
     * the working directory.
     *
     * @throws LabFailure when there is none
     */
    public static Path find() {
        return search().orElseThrow(
                        () -> new LabFailure("The project is not at or above " + start() + "; start with ./lab."));
    }

    /** The same; empty where there is none, as in an image. */
    public static Optional<Path> search() {
        return Stream.iterate(start(), folder -> folder != null, Path::getParent)
                .filter(LabHome::isProject)
                .findFirst();
    }

    /** Where logs go: the project's target folder; the user's temporary one where there is no project. */
    public static Path logs() {
        return search().map(home -> home.resolve("load-tests/target/logs"))
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), "concurrency-lab-logs"));
    }

    private static Path start() {
        String exported = System.getenv("LAB_HOME");
        return Path.of(exported == null || exported.isBlank() ? "" : exported).toAbsolutePath();
    }

    private static boolean isProject(Path folder) {
        return Files.isRegularFile(folder.resolve("pom.xml"))
                && Files.isDirectory(folder.resolve("blocking-service"))
                && Files.isDirectory(folder.resolve("load-tests"));
    }
}
