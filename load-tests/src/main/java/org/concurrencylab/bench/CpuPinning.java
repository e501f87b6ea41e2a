package org.concurrencylab.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps all threads of a process on some CPUs with {@code taskset}, until it is closed. Linux only. */
final class CpuPinning implements AutoCloseable {

    private static final String ALLOWED = "Cpus_allowed_list:";

    private final long pid;
    private final String before;

    private CpuPinning(long pid, String before) {
        this.pid = pid;
        this.before = before;
    }

    /**
     * @param cpus a list as {@code taskset -c} takes it, for instance {@code 0,2-3}
     * @throws CostException when the system has no {@code taskset} or refuses
     */
    static CpuPinning pin(long pid, String cpus) {
        var pinning = new CpuPinning(pid, allowed(pid));
        taskset(pid, cpus);
        return pinning;
    }

    /** Gives the process back the CPUs it had. */
    @Override
    public void close() {
        if (ProcessHandle.of(pid).isPresent()) {
            taskset(pid, before);
        }
    }

    private static String allowed(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "status"))
                    .lines()
                    .filter(line -> line.startsWith(ALLOWED))
                    .map(line -> line.substring(ALLOWED.length()).strip())
                    .findFirst()
                    .orElseThrow(() -> new IOException("no " + ALLOWED));
        } catch (IOException absent) {
            throw new CostException("The CPUs of process " + pid + " cannot be read; pinning needs Linux.", absent);
        }
    }

    private static void taskset(long pid, String cpus) {
        try {
            Process taskset = new ProcessBuilder("taskset", "-a", "-cp", cpus, Long.toString(pid))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(taskset.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (taskset.waitFor() != 0) {
                throw new CostException("Process %d cannot be pinned to CPUs %s: %s"
                        .formatted(pid, cpus, said.lines().findFirst().orElse("taskset failed.")));
            }
        } catch (IOException absent) {
            throw new CostException("Pinning needs the program taskset (package util-linux).", absent);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CostException("Interrupted while pinning.", interrupted);
        }
    }
}
