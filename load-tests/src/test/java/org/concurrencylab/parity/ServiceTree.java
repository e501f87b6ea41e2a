package org.concurrencylab.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One service as its sources are: the pom and everything below {@code src}.
 *
 * @param service the name of its folder
 * @param files path below that folder, with slashes, to the file's text
 */
record ServiceTree(String service, SortedMap<String, String> files) {

    static final String POM = "pom.xml";
    static final String PROPERTIES = "src/main/resources/application.properties";
    static final String BOOKS = "src/main/java/org/concurrencylab/books/";

    ServiceTree {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    static ServiceTree read(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        files.put(POM, Files.readString(folder.resolve(POM)));
        try (Stream<Path> sources = Files.walk(folder.resolve("src"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(source).toString().replace('\\', '/'), Files.readString(source));
            }
        }
        return new ServiceTree(folder.getFileName().toString(), files);
    }

    /** The text, empty for a file that is absent: its absence is a drift of its own. */
    String text(String path) {
        return files.getOrDefault(path, "");
    }

    List<String> sources() {
        return files.keySet().stream().filter(path -> path.startsWith("src/")).toList();
    }

    ServiceTree with(String path, String text) {
        SortedMap<String, String> changed = new TreeMap<>(files);
        changed.put(path, text);
        return new ServiceTree(service, changed);
    }

    ServiceTree without(String path) {
        SortedMap<String, String> changed = new TreeMap<>(files);
        changed.remove(path);
        return new ServiceTree(service, changed);
    }

    /** The tree with two neighbouring stretches of a file in the other order, each told by how it begins. */
    ServiceTree swapping(String path, String first, String second, String end) {
        String text = text(path);
        int a = text.indexOf(first);
        int b = text.indexOf(second, a);
        int c = text.indexOf(end, b);
        if (a < 0 || b < 0 || c < 0) {
            throw new IllegalArgumentException("%s/%s does not hold what is to be swapped.".formatted(service, path));
        }
        return with(path, text.substring(0, a) + text.substring(b, c) + text.substring(a, b) + text.substring(c));
    }

    /** The tree with the one place replaced that reads so; none or two such places are a mistake of the caller. */
    ServiceTree replacing(String path, String old, String replacement) {
        String text = text(path);
        int at = text.indexOf(old);
        if (at < 0 || text.indexOf(old, at + 1) >= 0) {
            throw new IllegalArgumentException("%s/%s does not hold exactly one \"%s\".".formatted(service, path, old));
        }
        return with(path, text.replace(old, replacement));
    }
}
