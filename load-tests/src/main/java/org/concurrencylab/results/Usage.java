package org.concurrencylab.results;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What the processes used during the measured part of a slice. Absent figures (other operating systems, targets that
 * run elsewhere) are null.
 *
 * @param serviceCpuMillis CPU time of the service, user and system, in milliseconds
 * @param serviceCompilerMillis the part of it that the JVM's compiler used, in milliseconds
 * @param serviceRssBytes resident memory at the end, in bytes
 * @param servicePeakRssBytes highest resident memory since the service started, in bytes
 * @param serviceThreads platform threads at the end
 * @param voluntarySwitches voluntary context switches of all its threads
 * @param involuntarySwitches involuntary context switches of all its threads
 * @param databaseCpuMillis CPU time of all PostgreSQL processes, in milliseconds
 * @param sellersCpuMillis CPU time of the external service, in milliseconds
 * @param generatorCpuMillis CPU time of the load generator, in milliseconds
 * @param gcPauses stops of the service for garbage collection
 * @param gcPauseMillis their duration in all, in milliseconds
 * @param databaseSessions sessions of PostgreSQL that were at work or in a transaction, mean of a few samples
 * @param serviceCpusBusy share of the time that the service's CPUs were busy, 0 to 1
 * @param otherCpusBusy share of the time that the other CPUs were busy, 0 to 1
 * @param foreignCpu share of the time of all these CPUs that programs used which do not belong to the run
 * @param stolenCpu share of their time that the hypervisor gave to other machines
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Usage(
        Double serviceCpuMillis,
        Double serviceCompilerMillis,
        Long serviceRssBytes,
        Long servicePeakRssBytes,
        Integer serviceThreads,
        Long voluntarySwitches,
        Long involuntarySwitches,
        Double databaseCpuMillis,
        Double sellersCpuMillis,
        Double generatorCpuMillis,
        Integer gcPauses,
        Double gcPauseMillis,
        Double databaseSessions,
        Double serviceCpusBusy,
        Double otherCpusBusy,
        Double foreignCpu,
        Double stolenCpu) {

    /** Nothing is known. */
    public static final Usage UNKNOWN = new Usage(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** CPU time of the service without its compiler's, in milliseconds; null where it cannot be known. */
    public Double requestCpuMillis() {
        return serviceCpuMillis == null || serviceCompilerMillis == null
                ? serviceCpuMillis
                : Double.valueOf(serviceCpuMillis - serviceCompilerMillis);
    }

    /** The same, with what only the service's own log and the database know. */
    public Usage with(int pauses, double pauseMillis, Double sessions) {
        return new Usage(
                serviceCpuMillis,
                serviceCompilerMillis,
                serviceRssBytes,
                servicePeakRssBytes,
                serviceThreads,
                voluntarySwitches,
                involuntarySwitches,
                databaseCpuMillis,
                sellersCpuMillis,
                generatorCpuMillis,
                pauses,
                pauseMillis,
                sessions,
                serviceCpusBusy,
                otherCpusBusy,
                foreignCpu,
                stolenCpu);
    }
}
