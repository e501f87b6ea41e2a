package org.concurrencylab.environment;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Command lines of child JVMs. */
public final class Jvm {

    private static final int TRIMS_NATIVE_HEAP = 22;

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
     *   <li>half of it for young objects, with survivor spaces that hold a thousand requests in flight: smaller ones
     *       promote every request that waits, and the old generation then fills with garbage (measured: 60 to 100 MB
     *       more resident memory);
     *   <li>the serial collector, which has no threads of its own that would compete for the service's CPUs;
     *   <li>a heap of huge pages, where the system has them: a start touches 12,000 small ones, each of which costs an
     *       interrupt (10 µs on a virtual machine, a twelfth of the way to the first answer), and a request costs the
     *       same with either;
     *   <li>what the JIT has freed is given back to the system (50 MB), where the JVM can (22 and newer);
     *   <li>as many processors as the service is given, also where it cannot be pinned to them;
     *   <li>an end at the first OutOfMemoryError, which would otherwise be measured as slowness.
     * </ul>
     *
     * @param cpus CPUs that the service is given
     */
    public static List<String> serviceFlags(int cpus) {
        List<String> flags = new ArrayList<>(List.of(
                "-Xms256m",
                "-Xmx256m",
                "-Xmn128m",
                "-XX:SurvivorRatio=2",
                "-XX:+UseSerialGC",
                "-XX:ActiveProcessorCount=" + cpus,
                "-XX:+ExitOnOutOfMemoryError"));
        if (ProcFiles.exist()) {
            // Elsewhere the JVM does not know this flag, and refuses to start.
            flags.add("-XX:+UseTransparentHugePages");
        }
        if (Runtime.version().feature() >= TRIMS_NATIVE_HEAP) {
            flags.add("-XX:TrimNativeHeapInterval=5000");
        }
        return List.copyOf(flags);
    }
}
