package org.concurrencylab.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** What a JVM still holds after a full collection, by the JDK's own jcmd. */
final class LiveHeap {
    private static final int BYTES_COLUMN = 2;

    private LiveHeap() {}

    /** In bytes; empty where there is no jcmd, or it is not let in. */
    static OptionalLong bytes(long pid) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        if (!Files.isExecutable(jcmd)) {
            return OptionalLong.empty();
        }
        try {
            Process process = new ProcessBuilder(jcmd.toString(), String.valueOf(pid), "GC.class_histogram")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.stream()
                    .filter(line -> line.startsWith("Total "))
                    .map(line -> line.trim().split("\\s+"))
                    .mapToLong(columns -> Long.parseLong(columns[BYTES_COLUMN]))
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
