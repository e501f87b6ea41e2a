package org.concurrencylab.environment;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each CPU of this machine has done since it was booted, from /proc/stat.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_stat.5.html">proc_stat(5)</a>
 * @param cpus by number
 */
public record MachineCpu(Map<Integer, Times> cpus) {

    /** USER_HZ, which is 100 per second on every architecture that Java runs on. */
    private static final double MILLIS_PER_TICK = 10;

    /**
     * Times of one CPU.
     *
     * @param processMillis in processes and the kernel on their behalf, in milliseconds
     * @param interruptMillis in interrupts, among them the loopback network's; in milliseconds
     * @param stolenMillis wanted, but given to other machines by the hypervisor, in milliseconds
     * @param allMillis busy and idle, in milliseconds
     */
    public record Times(double processMillis, double interruptMillis, double stolenMillis, double allMillis) {

        static final Times NONE = new Times(0, 0, 0, 0);

        private Times minus(Times other) {
            return new Times(
                    processMillis - other.processMillis,
                    interruptMillis - other.interruptMillis,
                    stolenMillis - other.stolenMillis,
                    allMillis - other.allMillis);
        }

        private Times plus(Times other) {
            return new Times(
                    processMillis + other.processMillis,
                    interruptMillis + other.interruptMillis,
                    stolenMillis + other.stolenMillis,
                    allMillis + other.allMillis);
        }

        /** Share of the time that was not idle, 0 to 1; stolen time counts, since nothing else could use it. */
        public double busy() {
            return share(processMillis + interruptMillis + stolenMillis);
        }

        /** Share of the time that such a part is, 0 to 1. */
        public double share(double millis) {
            return allMillis <= 0 ? 0 : Math.clamp(millis / allMillis, 0, 1);
        }
    }

    /** As it is now; empty where there is no /proc. */
    public static Optional<MachineCpu> read() {
        return ProcFiles.read("stat").map(MachineCpu::parse);
    }

    static MachineCpu parse(String stat) {
        Map<Integer, Times> cpus = new HashMap<>();
        stat.lines().filter(line -> line.matches("cpu\\d+ .*")).forEach(line -> {
            String[] fields = line.split(" +");
            cpus.put(Integer.valueOf(fields[0].substring("cpu".length())), times(fields));
        });
        return new MachineCpu(Map.copyOf(cpus));
    }

    /** Fields: user, nice, system, idle, iowait, irq, softirq, steal; guest time is part of user's. */
    private static Times times(String[] fields) {
        double process = ticks(fields, 1) + ticks(fields, 2) + ticks(fields, 3);
        double interrupt = ticks(fields, 6) + ticks(fields, 7);
        double stolen = ticks(fields, 8);
        double idle = ticks(fields, 4) + ticks(fields, 5);
        return new Times(process, interrupt, stolen, process + interrupt + stolen + idle);
    }

    private static double ticks(String[] fields, int index) {
        return index < fields.length ? Long.parseLong(fields[index]) * MILLIS_PER_TICK : 0;
    }

    /** What some of the CPUs did between an earlier reading and this one. */
    public Times since(MachineCpu before, Collection<Integer> numbers) {
        return List.copyOf(numbers).stream()
                .filter(number -> cpus.containsKey(number) && before.cpus.containsKey(number))
                .map(number -> cpus.get(number).minus(before.cpus.get(number)))
                .reduce(Times.NONE, Times::plus);
    }
}
