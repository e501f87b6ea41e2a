package org.concurrencylab.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A command that brings images to a cluster's nodes.
 *
 * @param tool the program's name
 * @param before arguments before the image's name
 * @param beforeArchive arguments before the name of a file that holds it; empty if it takes none
 * @param after arguments after either
 */
public record ImageLoad(String tool, List<String> before, List<String> beforeArchive, List<String> after) {

    /** The user's own, which takes an image's name as its last argument. */
    public static ImageLoad by(String command) {
        List<String> words = List.of(command.strip().split("\\s+"));
        return new ImageLoad(words.getFirst(), words.subList(1, words.size()), List.of(), List.of());
    }

    boolean fromArchive() {
        return !beforeArchive.isEmpty();
    }

    List<String> image(String name) {
        return around(before, name);
    }

    List<String> archive(Path file) {
        return around(beforeArchive, file.toString());
    }

    private List<String> around(List<String> start, String what) {
        List<String> all = new ArrayList<>(start);
        all.add(what);
        all.addAll(after);
        return List.copyOf(all);
    }
}
