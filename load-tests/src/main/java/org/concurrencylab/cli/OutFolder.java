package org.concurrencylab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.LabHome;
import org.concurrencylab.results.AtomicFile;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The folder that a command writes results to. */
final class OutFolder {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss");

    private OutFolder() {}

    /** {@code results/<prefix><time>}, with the time of now. */
    static Path named(String prefix) {
        return LabHome.find().resolve("results").resolve(prefix + TIME.format(LocalDateTime.now()));
    }

    /**
     * A folder with results of another run would end up with files of both.
     *
     * @param command for its error message
     * @param out as typed
     * @throws ParameterException when it is neither new nor empty
     */
    static Path given(CommandLine command, Path out) {
        Path folder = out.toAbsolutePath().normalize();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new ParameterException(command, "--out needs a folder, and " + folder + " is a file");
        }
        if (!isNewOrEmpty(folder)) {
            throw new ParameterException(
                    command, "--out needs a new or an empty folder, and " + folder + " holds files");
        }
        return folder;
    }

    private static boolean isNewOrEmpty(Path folder) {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            throw new LabFailure("Cannot read " + folder + ": " + AtomicFile.reason(e) + ".", e);
        }
    }
}
