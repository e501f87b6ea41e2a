package org.concurrencylab.parity;

import java.util.ArrayList;
import java.util.List;

/** Both services have the same files, and those that no concurrency model touches have the same bytes. */
final class FileDrifts {

    private FileDrifts() {}

    static List<String> between(ServiceTree blocking, ServiceTree reactive) {
        List<String> drifts = new ArrayList<>(Sequences.drifts("Files", blocking.sources(), reactive.sources()));
        blocking.sources().stream()
                .filter(reactive.files()::containsKey)
                .filter(FileDrifts::identical)
                .filter(path -> !blocking.text(path).equals(reactive.text(path)))
                .forEach(path -> drifts.add("Files: %s must have the same bytes in both.".formatted(path)));
        return drifts;
    }

    private static boolean identical(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.endsWith(".java") ? Permitted.IDENTICAL_JAVA.contains(name) : !path.equals(ServiceTree.PROPERTIES);
    }
}
