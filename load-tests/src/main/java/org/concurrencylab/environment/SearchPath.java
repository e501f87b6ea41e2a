package org.concurrencylab.environment;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a shell finds the programs of this machine. */
public final class SearchPath {

    private SearchPath() {}

    /** The first program of this name; empty when there is none. */
    public static Optional<Path> find(String name) {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
