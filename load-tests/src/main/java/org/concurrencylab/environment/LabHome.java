package org.concurrencylab.environment;

import java.nio.file.Files;
import java.nio.file.Path;
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
        String exported = System.getenv("LAB_HOME");
        Path start =
                Path.of(exported == null || exported.isBlank() ? "" : exported).toAbsolutePath();
        return Stream.iterate(start, folder -> folder != null, Path::getParent)
                .filter(LabHome::isProject)
                .findFirst()
                .orElseThrow(() -> new LabFailure("The project is not at or above " + start + "; start with ./lab."));
    }

    private static boolean isProject(Path folder) {
        return Files.isRegularFile(folder.resolve("pom.xml"))
                && Files.isDirectory(folder.resolve("blocking-service"))
                && Files.isDirectory(folder.resolve("load-tests"));
    }
}
