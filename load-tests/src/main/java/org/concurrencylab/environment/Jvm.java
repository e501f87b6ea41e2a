package org.concurrencylab.environment;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Command lines of child JVMs. */
public final class Jvm {

    private Jvm() {}

    /** The {@code java} that runs this program; children run on the same one. */
    public static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The class path of this program, for child JVMs that run other main classes of it in any folder. */
    public static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * The flags of every service under test, the same for all of them and printed in the report.
     *
     * <ul>
     *   <li>256 MB of heap, neither growing nor shrinking while it is measured;
     *   <li>the serial collector, which has no threads of its own that would compete for the service's CPUs;
     *   <li>as many processors as the service is given, also where it cannot be pinned to them;
     *   <li>an end at the first OutOfMemoryError, which would otherwise be measured as slowness.
     * </ul>
     *
     * @param cpus CPUs that the service is given
     */
    public static List<String> serviceFlags(int cpus) {
        return List.of(
                "-Xms256m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:ActiveProcessorCount=" + cpus,
                "-XX:+ExitOnOutOfMemoryError");
    }
}
