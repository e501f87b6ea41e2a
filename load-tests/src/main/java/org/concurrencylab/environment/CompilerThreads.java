package org.concurrencylab.environment;

import java.util.stream.Stream;

/**
 * The threads of a JVM that compile its bytecode while it runs (HotSpot's C1 and C2), seen from outside by their names.
 * For minutes after its start a JVM spends as much CPU time on compiling as on answering; that time ends, and says
 * nothing of what a request costs. So it is accounted for apart.
 */
final class CompilerThreads {

    /** As Linux names a thread of C1: it keeps 15 characters of "C1 CompilerThread0". */
    static final String FIRST = "C1 CompilerThre";

    /** As Linux names a thread of C2. */
    static final String SECOND = "C2 CompilerThre";

    private CompilerThreads() {}

    /** @param name of a thread */
    static boolean isCompiler(String name) {
        return Stream.of(FIRST, SECOND).anyMatch(name::startsWith);
    }
}
