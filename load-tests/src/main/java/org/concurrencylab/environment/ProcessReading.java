package org.concurrencylab.environment;

import java.util.Map;

/**
 * What a process had used at one moment. Null is what this operating system does not tell.
 *
 * @param cpuMillis CPU time since the process started, user and system, ended threads included, in milliseconds
 * @param compilerMillis the part of it that the JVM's compiler used ({@link CompilerThreads}), in milliseconds
 * @param rssBytes resident memory in bytes
 * @param peakRssBytes highest resident memory since the process started, in bytes
 * @param threads platform threads
 * @param switches context switches of each living thread, by its number; null where the kernel does not count them
 */
public record ProcessReading(
        Double cpuMillis,
        Double compilerMillis,
        Long rssBytes,
        Long peakRssBytes,
        Integer threads,
        Map<Long, Switches> switches) {

    /** Of a process that is gone or of which nothing can be known. */
    static final ProcessReading NOTHING = new ProcessReading(null, null, null, null, null, null);

    /**
     * Context switches of one thread since it started.
     *
     * @param voluntary it waited for something
     * @param involuntary another thread was given its CPU
     */
    public record Switches(long voluntary, long involuntary) {}

    /** What the process used between an earlier reading and this one. */
    public ProcessUse since(ProcessReading before) {
        Double cpu = difference(before.cpuMillis, cpuMillis);
        Double compiler = difference(before.compilerMillis, compilerMillis);
        if (switches == null || before.switches == null) {
            return new ProcessUse(cpu, compiler, rssBytes, peakRssBytes, threads, null, null, 0);
        }
        long voluntary = 0;
        long involuntary = 0;
        for (Map.Entry<Long, Switches> now : switches.entrySet()) {
            Switches then = before.switches.getOrDefault(now.getKey(), new Switches(0, 0));
            voluntary += now.getValue().voluntary() - then.voluntary();
            involuntary += now.getValue().involuntary() - then.involuntary();
        }
        int ended = (int) before.switches.keySet().stream()
                .filter(thread -> !switches.containsKey(thread))
                .count();
        return new ProcessUse(cpu, compiler, rssBytes, peakRssBytes, threads, voluntary, involuntary, ended);
    }

    private static Double difference(Double before, Double after) {
        return before == null || after == null ? null : after - before;
    }
}
