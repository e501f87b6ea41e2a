package org.concurrencylab.sellers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Memory of a process in RAM, as Linux's {@code /proc/PID/status} tells it (proc_pid_status(5)).
 *
 * @param megabytes resident now (VmRSS), in MiB
 * @param peakMegabytes the most that ever was resident (VmHWM), in MiB
 */
record ResidentMemory(long megabytes, long peakMegabytes) {

    private static final long KILOBYTES_PER_MEGABYTE = 1_024;

    /** Empty where there is no {@code /proc}, or no such process. */
    static Optional<ResidentMemory> of(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.isReadable(status)) {
            return Optional.empty();
        }
        try {
            String text = Files.readString(status);
            return Optional.of(new ResidentMemory(megabytes(text, "VmRSS:"), megabytes(text, "VmHWM:")));
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    private static long megabytes(String status, String field) {
        return status.lines()
                .filter(line -> line.startsWith(field))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / KILOBYTES_PER_MEGABYTE)
                .findFirst()
                .orElse(0L);
    }
}
