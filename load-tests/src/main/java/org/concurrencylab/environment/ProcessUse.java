package org.concurrencylab.environment;

/**
 * What a process used between two readings. Null is what this operating system does not tell.
 *
 * @param cpuMillis CPU time, user and system, in milliseconds
 * @param compilerMillis the part of it that the JVM's compiler used, in milliseconds
 * @param rssBytes resident memory at the second reading, in bytes
 * @param peakRssBytes highest resident memory since the process started, in bytes
 * @param threads platform threads at the second reading
 * @param voluntarySwitches voluntary context switches of the threads that live at the second reading
 * @param involuntarySwitches involuntary ones of the same threads
 * @param endedThreads threads that were there at the first reading and not at the second. The kernel forgets their
 *     switches with them, so the counts above are too low when this is not 0
 */
public record ProcessUse(
        Double cpuMillis,
        Double compilerMillis,
        Long rssBytes,
        Long peakRssBytes,
        Integer threads,
        Long voluntarySwitches,
        Long involuntarySwitches,
        int endedThreads) {}
