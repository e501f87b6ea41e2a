package org.concurrencylab.environment;

import java.util.OptionalLong;

/** What a JVM still holds after a full collection. */
public final class LiveHeap {
    private static final int BYTES_COLUMN = 2;

    private LiveHeap() {}

    /** Makes it collect all its garbage, where {@link Jcmd} is let in. */
    public static void collect(long pid) {
        Jcmd.ask(pid, "GC.run");
    }

    /** Makes it collect all its garbage; in bytes, empty where {@link Jcmd} gets no answer. */
    public static OptionalLong bytes(long pid) {
        return Jcmd.ask(pid, "GC.class_histogram").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("Total "))
                .map(line -> line.trim().split("\\s+"))
                .mapToLong(columns -> Long.parseLong(columns[BYTES_COLUMN]))
                .findFirst();
    }
}
