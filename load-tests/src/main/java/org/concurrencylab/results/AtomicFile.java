package org.concurrencylab.results;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Text files that appear whole or not at all. */
public final class AtomicFile {
    private AtomicFile() {}

    /**
     * @param file where to; its folder is created when missing, an old file is replaced
     * @param text its content, written as UTF-8
     * @throws IOException when it cannot be written; an old file is then untouched
     */
    public static void write(Path file, String text) throws IOException {
        Path target = file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        // Not createTempFile, which would make the report unreadable for everybody but its owner.
        Path partial = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.writeString(partial, text);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /**
     * @param failure of reading or writing a file
     * @return its cause in a few words, without the file's name
     */
    public static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException e -> "there is no such file";
            case AccessDeniedException e -> "permission denied";
            case MalformedInputException e -> "it is not text";
            case FileSystemException e when e.getReason() != null -> e.getReason();
            default -> failure.getMessage();
        };
    }
}
