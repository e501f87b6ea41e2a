package org.concurrencylab.api.http;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Where a service keeps its covers: one file for each book that has one, and one more for each upload under way.
 *
 * @param path of the folder
 */
public record CoverFolder(Path path) {

    /**
     * Makes the folder. To be called at the start, when blocking harms nobody.
     *
     * @param base {@code lab.cover-folder}
     * @param contender its folder within the base, for several services share that on one machine
     * @throws ConfigurationException when it cannot be made
     */
    public static CoverFolder create(Path base, String contender) {
        Path path = base.resolve(contender).toAbsolutePath();
        try {
            return new CoverFolder(Files.createDirectories(path));
        } catch (IOException e) {
            throw new ConfigurationException(
                    "Cannot start with lab.cover-folder=" + base + "; it must be a folder that can be written to.", e);
        }
    }

    /** The cover of a book. */
    public Path cover(long id) {
        return path.resolve(Long.toString(id));
    }

    /** A new name for a cover that has not yet come in full. */
    public Path part(long id) {
        return path.resolve(id + "." + UUID.randomUUID() + ".part");
    }
}
