package org.concurrencylab.generator;

import java.nio.file.Path;
import java.util.List;

/**
 * How to start the generator process.
 *
 * @param prefix words before the java command, such as {@code taskset -c 1}; usually empty
 * @param java the java executable, JDK 21 or newer
 * @param heap its fixed heap, such as 512m
 * @param jvmFlags further JVM flags
 * @param logFile where Gatling's and the JVM's own words go; appended to
 */
public record GeneratorOptions(List<String> prefix, Path java, String heap, List<String> jvmFlags, Path logFile) {
    private static final String DEFAULT_HEAP = "512m";

    /** Copies the lists. */
    public GeneratorOptions {
        prefix = List.copyOf(prefix);
        jvmFlags = List.copyOf(jvmFlags);
    }

    /**
     * This JVM's own java, 512 MB, and the serial collector: there is little live data, and a concurrent one would take
     * CPU time that the load needs.
     */
    public static GeneratorOptions defaults(Path logFile) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new GeneratorOptions(List.of(), java, DEFAULT_HEAP, List.of("-XX:+UseSerialGC"), logFile);
    }
}
