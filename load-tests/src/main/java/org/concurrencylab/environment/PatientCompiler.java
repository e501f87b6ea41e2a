package org.concurrencylab.environment;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Lets the JVM's second compiler (C2) step back while a service starts, and gives it back its share afterwards. What it
 * compiles in the first second is mostly code that runs once; on two CPUs it costs the thread that starts the service a
 * quarter of its time. The first compiler keeps its share, for the start waits for its code. Nothing is measured
 * meanwhile.
 *
 * <p>Anybody may lower a thread's priority, but few may raise it again: for others, and outside Linux, nothing changes.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/setpriority.2.html">setpriority(2)</a>, which on Linux takes the
 *     number of a thread
 */
final class PatientCompiler {

    /** A tenth of the share of who competes with it; lower ones keep others waiting for its locks. */
    private static final int NICE_WHILE_STARTING = 10;

    private static final int NICE_USUAL = 0;
    /** A thread that is made while the list of threads is read is missed, and inherits what its maker has. */
    private static final int ROUNDS = 2;

    private static final Duration THERE_WITHIN = Duration.ofMillis(500);
    private static final int CAP_SYS_NICE = 23;
    private static final int HEXADECIMAL = 16;
    private static final String NICE_LIMIT = "Max nice priority";
    /** RLIMIT_NICE counts from 1 (nice 19) to 40 (nice -20). */
    private static final int LIMIT_OF_USUAL = 20;

    private PatientCompiler() {}

    /**
     * Waits for the start of a JVM that has just been begun.
     *
     * @param pid of the JVM
     * @param start waits, and says whether it has started
     */
    static boolean during(long pid, BooleanSupplier start) {
        return isPossible() ? whileNice(pid, start) : start.getAsBoolean();
    }

    private static boolean whileNice(long pid, BooleanSupplier start) {
        Await.until(() -> !threads(pid, CompilerThreads.FIRST).isEmpty(), THERE_WITHIN);
        renice(pid, NICE_WHILE_STARTING);
        try {
            return start.getAsBoolean();
        } finally {
            for (int round = 0; round < ROUNDS; round++) {
                renice(pid, NICE_USUAL);
            }
        }
    }

    private static List<Long> threads(long pid, String name) {
        return ProcFiles.numbersIn(pid + "/task").stream()
                .filter(thread -> ProcFiles.read(pid + "/task/" + thread + "/comm")
                        .filter(text -> text.strip().equals(name))
                        .isPresent())
                .toList();
    }

    /** Threads that have ended meanwhile need no share. */
    private static void renice(long pid, int nice) {
        for (long thread : threads(pid, CompilerThreads.SECOND)) {
            LinuxPrograms.run("renice", String.valueOf(nice), "-p", String.valueOf(thread));
        }
    }

    /** Whether this program may give back what it takes. */
    static boolean isPossible() {
        return LinuxPrograms.have("renice")
                && isPossible(
                        ProcFiles.read("self/status").orElse(""),
                        ProcFiles.read("self/limits").orElse(""));
    }

    /** The same by the texts of /proc/self/status and /proc/self/limits. */
    static boolean isPossible(String status, String limits) {
        return ProcFiles.field(status, "CapEff").stream()
                        .map(bits -> Long.parseUnsignedLong(bits, HEXADECIMAL))
                        .anyMatch(bits -> (bits >> CAP_SYS_NICE & 1) == 1)
                || limits.lines()
                        .filter(line -> line.startsWith(NICE_LIMIT))
                        .map(line -> line.substring(NICE_LIMIT.length()).strip().split(" +")[0])
                        .anyMatch(limit -> limit.equals("unlimited") || Integer.parseInt(limit) >= LIMIT_OF_USUAL);
    }
}
