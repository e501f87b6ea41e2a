package org.concurrencylab.grade;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.results.AtomicFile;

/** Folders of sources, copied. */
final class Sources {

    /** What is a submission's own. All else comes from the repository that grades. */
    static final List<String> SUBMITTED =
            List.of("api-contract/src/main", "blocking-service/src/main", "reactive-service/src/main");

    private static final List<String> POMS = List.of(
            "pom.xml",
            "api-contract/pom.xml",
            "blocking-service/pom.xml",
            "reactive-service/pom.xml",
            "load-tests/pom.xml");

    /** Here javac, Quarkus and CDI look for classes to run while they build. */
    private static final Path SERVICES = Path.of("META-INF", "services");

    private static final long MEGABYTE = 1_000_000;

    private Sources() {}

    /**
     * Makes a project that can be built: a submission's sources, with the build files and the contract of the
     * repository that grades, so that a submission can change neither.
     *
     * @param home the repository that grades
     * @param submission a copy of it with a student's changes
     * @param project a folder that does not exist
     * @param mostBytes of the submission
     * @throws LabFailure when the submission is too large, or holds a symbolic link or what a build would run
     */
    static void assemble(Path home, Path submission, Path project, long mostBytes) {
        POMS.forEach(pom -> copyFile(home.resolve(pom), project.resolve(pom)));
        copy(home.resolve(".mvn"), project.resolve(".mvn"), mostBytes);
        copy(home.resolve("api-contract/src/test"), project.resolve("api-contract/src/test"), mostBytes);
        SUBMITTED.forEach(folder -> copy(submission.resolve(folder), project.resolve(folder), mostBytes));
    }

    /**
     * Adds single files of a submission, those that it has.
     *
     * @throws LabFailure when one is too large, or a symbolic link
     */
    static void copyFiles(List<String> files, Path submission, Path project, long mostBytes) {
        files.stream()
                .filter(file -> Files.exists(submission.resolve(file)))
                .forEach(file -> copy(submission.resolve(file), project.resolve(file), mostBytes));
    }

    /** Copies a folder over another: files of the same name are replaced, others stay. */
    static void copy(Path from, Path to) {
        copy(from, to, Long.MAX_VALUE);
    }

    private static void copy(Path from, Path to, long mostBytes) {
        try {
            Files.walkFileTree(from, new Copy(from, to, mostBytes));
        } catch (IOException e) {
            throw new LabFailure("Cannot copy " + from + ": " + AtomicFile.reason(e) + ".", e);
        }
    }

    /** Copies one file, and makes the folders that it needs. */
    static void copyFile(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new LabFailure("Cannot copy " + from + ": " + AtomicFile.reason(e) + ".", e);
        }
    }

    private static final class Copy extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;
        private final long mostBytes;
        private long bytes;

        Copy(Path from, Path to, long mostBytes) {
            this.from = from;
            this.to = to;
            this.mostBytes = mostBytes;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            // What a link leads to need not be the student's own.
            if (!attributes.isRegularFile()) {
                throw new LabFailure(file.getFileName() + " is no ordinary file; a submission holds no links.");
            }
            if (file.getParent().endsWith(SERVICES)) {
                throw new LabFailure("META-INF/services/" + file.getFileName()
                        + " names classes that would run in the build; a submission names none.");
            }
            bytes += attributes.size();
            if (bytes > mostBytes) {
                throw new LabFailure("The sources are larger than " + mostBytes / MEGABYTE + " MB.");
            }
            copyFile(file, to.resolve(from.relativize(file).toString()));
            return FileVisitResult.CONTINUE;
        }
    }
}
