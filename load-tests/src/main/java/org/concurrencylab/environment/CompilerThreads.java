package org.concurrencylab.environment;

import java.util.stream.Stream;

/**
 * The threads of a JVM that compile its bytecode while it runs (HotSpot's C1 and C2), seen from outside by their names.
 * For minutes after its start a JVM spends as much CPU time on compiling as on answering; that time ends, and says
 * nothing of what a request costs. So it is accounted for apart.
 */
final class CompilerThreads {

    private CompilerThreads() {}

    /** @param name of a thread; Linux keeps 15 characters of "C2 CompilerThread0" */
    static boolean isCompiler(String name) {
        return Stream.of("C1 CompilerThre", "C2 CompilerThre").anyMatch(name::startsWith);
    }
}
