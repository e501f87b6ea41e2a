package org.concurrencylab.environment;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Linux's /proc, read as text. A process may end between any two reads, so a file that is gone (or is another user's)
 * is empty and never an error.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc.5.html">proc(5)</a>
 */
final class ProcFiles {

    private static final Path ROOT = Path.of("/proc");

    private ProcFiles() {}

    static boolean exist() {
        return Files.isDirectory(ROOT.resolve("self/task"));
    }

    static Optional<String> read(String file) {
        // Not Files.readString: it begins with a single byte, after which files below /proc/sys have no more to give.
        try (InputStream in = new FileInputStream(ROOT.resolve(file).toFile())) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static List<String> zeroSeparated(String file) {
        return read(file).map(text -> List.of(text.split("\0"))).orElse(List.of());
    }

    static List<Long> numbersIn(String folder) {
        List<Long> numbers = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(ROOT.resolve(folder), "[0-9]*")) {
            entries.forEach(
                    entry -> numbers.add(Long.parseLong(entry.getFileName().toString())));
        } catch (NotDirectoryException | NoSuchFileException e) {
            return List.of();
        } catch (IOException | DirectoryIteratorException e) {
            return numbers;
        }
        return numbers;
    }

    /** The value after {@code name:} in a text of such lines, or empty. */
    static Optional<String> field(String text, String name) {
        int start = text.startsWith(name + ":") ? 0 : text.indexOf("\n" + name + ":") + 1;
        if (start == 0 && !text.startsWith(name + ":")) {
            return Optional.empty();
        }
        int end = text.indexOf('\n', start);
        return Optional.of(text.substring(start + name.length() + 1, end < 0 ? text.length() : end)
                .strip());
    }
}
