package org.concurrencylab.launcher;

import java.util.List;

/** How a run of the launcher ended. */
record Outcome(long pid, int exitCode, List<String> out, List<String> err) {

    /** What a stand-in JVM of the given folder prints first when the launcher has become it. */
    static String startOf(Object jdk) {
        return "JVM of " + jdk;
    }

    /** The arguments that reached the command line's main class. */
    List<String> commandLineArguments() {
        return out.subList(out.indexOf("org.concurrencylab.cli.Lab") + 1, out.size());
    }
}
