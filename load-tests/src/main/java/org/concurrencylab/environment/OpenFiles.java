package org.concurrencylab.environment;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.OptionalLong;

/** How many files, connections included, this process may have open. */
public final class OpenFiles {

    private OpenFiles() {}

    /** The hard limit, to which the JVM raises the soft one at its start; empty where there is none. */
    public static OptionalLong limit() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? OptionalLong.of(unix.getMaxFileDescriptorCount())
                : OptionalLong.empty();
    }
}
