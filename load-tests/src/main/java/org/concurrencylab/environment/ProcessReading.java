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
 * @param tasks what each living thread has used, by its number; null where the kernel does not count it
 */
public record ProcessReading(
        Double cpuMillis,
        Double compilerMillis,
        Long rssBytes,
        Long peakRssBytes,
        Integer threads,
        Map<Long, Task> tasks) {

    /** Of a process that is gone or of which nothing can be known. */
    static final ProcessReading NOTHING = new ProcessReading(null, null, null, null, null, null);

    /**
     * What one thread has used since it started.
     *
     * @param cpuMillis CPU time in milliseconds, counted in nanoseconds; NaN if unknown
     * @param voluntary it waited for something
     * @param involuntary another thread was given its CPU
     */
    public record Task(double cpuMillis, long voluntary, long involuntary) {
        private static final Task NEW = new Task(0, 0, 0);
    }

    /**
     * What the process used between an earlier reading and this one. Its CPU time is the sum of its threads', which is
     * finer than the whole's 10 ms on Linux; if one of them ended meanwhile, only the whole knows.
     */
    public ProcessUse since(ProcessReading before) {
        Double compiler = difference(before.compilerMillis, compilerMillis);
        if (tasks == null || before.tasks == null) {
            Double cpu = difference(before.cpuMillis, cpuMillis);
            return new ProcessUse(cpu, compiler, rssBytes, peakRssBytes, threads, null, null, 0);
        }
        double cpu = 0;
        long voluntary = 0;
        long involuntary = 0;
        for (Map.Entry<Long, Task> now : tasks.entrySet()) {
            Task then = before.tasks.getOrDefault(now.getKey(), Task.NEW);
            cpu += now.getValue().cpuMillis() - then.cpuMillis();
            voluntary += now.getValue().voluntary() - then.voluntary();
            involuntary += now.getValue().involuntary() - then.involuntary();
        }
        int ended = (int) before.tasks.keySet().stream()
                .filter(thread -> !tasks.containsKey(thread))
                .count();
        Double whole = Double.isNaN(cpu) || ended > 0 ? difference(before.cpuMillis, cpuMillis) : Double.valueOf(cpu);
        return new ProcessUse(whole, compiler, rssBytes, peakRssBytes, threads, voluntary, involuntary, ended);
    }

    private static Double difference(Double before, Double after) {
        return before == null || after == null ? null : after - before;
    }
}
