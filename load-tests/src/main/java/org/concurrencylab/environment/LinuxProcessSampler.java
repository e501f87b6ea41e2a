package org.concurrencylab.environment;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.concurrencylab.environment.ProcessReading.Task;

/**
 * From /proc: {@code stat} for CPU time, {@code status} for memory, {@code task/*}{@code /status} and {@code schedstat}
 * for what each thread used.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
final class LinuxProcessSampler implements ProcessSampler {

    /** /proc/PID/stat counts in USER_HZ, which is 100 per second on every architecture that Java runs on. */
    private static final double MILLIS_PER_TICK = 10;

    private static final double NANOS_PER_MILLI = 1e6;
    private static final int BYTES_PER_KB = 1024;
    // Fields of stat, counted from the one after the command name, whose number in the manual is 3.
    private static final int USER = 14 - 3;
    private static final int SYSTEM = 15 - 3;
    private static final int CHILDREN_USER = 16 - 3;
    private static final int CHILDREN_SYSTEM = 17 - 3;

    @Override
    public ProcessReading read(long pid) {
        Optional<String> status = ProcFiles.read(pid + "/status");
        OptionalDouble cpu = ticks(pid, USER, SYSTEM);
        if (status.isEmpty() || cpu.isEmpty()) {
            return ProcessReading.NOTHING;
        }
        Map<Long, Task> tasks = new HashMap<>();
        OptionalDouble compilers = read(pid, tasks);
        return new ProcessReading(
                cpu.getAsDouble() * MILLIS_PER_TICK,
                compilers.isPresent() ? compilers.getAsDouble() : null,
                bytes(status.get(), "VmRSS"),
                bytes(status.get(), "VmHWM"),
                ProcFiles.field(status.get(), "Threads").map(Integer::valueOf).orElse(null),
                tasks);
    }

    @Override
    public Double cpuMillis(Collection<Long> pids) {
        return pids.stream()
                        .map(pid -> ticks(pid, USER, SYSTEM, CHILDREN_USER, CHILDREN_SYSTEM))
                        .mapToDouble(ticks -> ticks.orElse(0))
                        .sum()
                * MILLIS_PER_TICK;
    }

    private static OptionalDouble ticks(long pid, int... fields) {
        Optional<String> stat = ProcFiles.read(pid + "/stat");
        if (stat.isEmpty()) {
            return OptionalDouble.empty();
        }
        // The command name, in parentheses, may hold spaces and parentheses itself.
        String[] values = stat.get().substring(stat.get().lastIndexOf(')') + 2).split(" ");
        double sum = 0;
        for (int field : fields) {
            sum += Long.parseLong(values[field]);
        }
        return OptionalDouble.of(sum);
    }

    /**
     * Reads each thread once, for a reading must be over in the few milliseconds between two turns.
     *
     * @return CPU time of those that compile, in milliseconds
     */
    private static OptionalDouble read(long pid, Map<Long, Task> tasks) {
        double compilers = 0;
        boolean any = false;
        for (long thread : ProcFiles.numbersIn(pid + "/task")) {
            String folder = pid + "/task/" + thread;
            Optional<String> status = ProcFiles.read(folder + "/status");
            if (status.isEmpty()) {
                continue;
            }
            Task task = new Task(
                    cpuMillis(folder),
                    count(status.get(), "voluntary_ctxt_switches"),
                    count(status.get(), "nonvoluntary_ctxt_switches"));
            tasks.put(thread, task);
            if (ProcFiles.field(status.get(), "Name")
                    .filter(CompilerThreads::isCompiler)
                    .isPresent()) {
                any = true;
                compilers += task.cpuMillis();
            }
        }
        return any ? OptionalDouble.of(compilers) : OptionalDouble.empty();
    }

    /** Of one thread: "time on the CPU, time in its queue, turns", the times in nanoseconds. */
    private static double cpuMillis(String task) {
        return ProcFiles.read(task + "/schedstat")
                .map(text -> Double.parseDouble(text.split(" ")[0]) / NANOS_PER_MILLI)
                .orElse(Double.NaN);
    }

    private static long count(String status, String field) {
        return ProcFiles.field(status, field).map(Long::parseLong).orElse(0L);
    }

    private static Long bytes(String status, String field) {
        return ProcFiles.field(status, field)
                .map(value -> Long.parseLong(value.split(" ")[0]) * BYTES_PER_KB)
                .orElse(null);
    }
}
