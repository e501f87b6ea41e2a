package org.concurrencylab.environment;

import java.util.List;
import java.util.stream.Stream;

/**
 * The threads of a JVM that compile its bytecode while it runs (HotSpot's C1 and C2), seen from outside through Linux's
 * /proc. For minutes after its start a JVM spends as much CPU time on compiling as on answering; that time ends, and
 * says nothing of what a request costs. So it is accounted for apart, and while a service is measured its compiler
 * takes only what requests leave over.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/setpriority.2.html">setpriority(2)</a>: on Linux a thread has a
 *     nice value of its own
 */
public final class CompilerThreads {

    private static final double NANOS_PER_MILLI = 1_000_000;

    private CompilerThreads() {}

    /**
     * CPU time that the living compiler threads of a process have used since they started, in milliseconds; null where
     * it cannot be known, and for a process that has none.
     */
    static Double cpuMillis(long pid) {
        List<Long> threads = of(pid);
        if (threads.isEmpty()) {
            return null;
        }
        double nanos = 0;
        for (long thread : threads) {
            // "time on the CPU, time in its queue, turns", the times in nanoseconds
            nanos += ProcFiles.read(pid + "/task/" + thread + "/schedstat")
                    .map(text -> Double.valueOf(text.split(" ")[0]))
                    .orElse(0.0);
        }
        return nanos / NANOS_PER_MILLI;
    }

    static List<Long> of(long pid) {
        return ProcFiles.numbersIn(pid + "/task").stream()
                .filter(thread -> ProcFiles.read(pid + "/task/" + thread + "/comm")
                        .filter(CompilerThreads::isCompiler)
                        .isPresent())
                .toList();
    }

    /** The kernel keeps 15 characters of "C2 CompilerThread0". */
    private static boolean isCompiler(String name) {
        return Stream.of("C1 CompilerThre", "C2 CompilerThre").anyMatch(name::startsWith);
    }
}
