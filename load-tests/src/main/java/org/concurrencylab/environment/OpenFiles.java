package org.concurrencylab.environment;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** How many files, connections included, a process may have open, and has. */
public final class OpenFiles {

    private OpenFiles() {}

    /** The hard limit, to which the JVM raises the soft one at its start; empty where there is none. */
    public static OptionalLong limit() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? OptionalLong.of(unix.getMaxFileDescriptorCount())
                : OptionalLong.empty();
    }

    /** Those that another process has open; empty where the system does not tell. */
    public static OptionalInt of(long pid) {
        int files = ProcFiles.numbersIn(pid + "/fd").size();
        return files == 0 ? OptionalInt.empty() : OptionalInt.of(files);
    }
}
