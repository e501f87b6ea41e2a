package org.concurrencylab.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.concurrencylab.api.RuntimeFacts;

/**
 * Everything one run measured, as {@code results.json} keeps it. Tables and pages are rendered from it and can be
 * again.
 *
 * @param format {@link #FORMAT}
 * @param startedAt when the run began
 * @param wallSeconds how long the run took, builds excluded, in seconds
 * @param seed of the random order of the slices
 * @param command the command line, as typed
 * @param environment the machine and its software
 * @param contenders what was compared, the reference of all ratios first
 * @param workloads what they were asked to do
 * @param slices every measured slice, in the order of time
 * @param remarks what a reader must know and no field holds (unpinned, contender lost, …)
 */
public record Results(
        String format,
        Instant startedAt,
        double wallSeconds,
        long seed,
        String command,
        Environment environment,
        List<Contender> contenders,
        List<Workload> workloads,
        List<Slice> slices,
        List<String> remarks) {

    /** Name and version of the file format. */
    public static final String FORMAT = "concurrency-lab/results/1";

    /**
     * The machine that measured.
     *
     * @param cpu model of the processor
     * @param processors logical CPUs
     * @param memoryBytes physical memory in bytes
     * @param os name and kernel version
     * @param java JVM of services and generator
     * @param postgres server version
     * @param postgresSettings settings that differ from PostgreSQL's defaults
     * @param gatling version of the generator
     * @param quarkus version of the services' framework
     * @param commit the project's commit, or "unknown"
     * @param serviceCpus CPUs of the service under test, e.g. "0", or "unpinned"
     * @param otherCpus CPUs of database, sellers and generator, or "unpinned"
     */
    public record Environment(
            String cpu,
            int processors,
            long memoryBytes,
            String os,
            String java,
            String postgres,
            Map<String, String> postgresSettings,
            String gatling,
            String quarkus,
            String commit,
            String serviceCpus,
            String otherCpus) {}

    /**
     * One service under test.
     *
     * @param name e.g. threads
     * @param url where it answered
     * @param runtime what it said of itself
     * @param jvmFlags its command-line flags; empty for a target that was running already
     * @param firstAnswerSeconds from process start to the first answer, in seconds; null when not started by the run
     */
    public record Contender(
            String name, String url, RuntimeFacts runtime, List<String> jvmFlags, Double firstAnswerSeconds) {}

    /**
     * One kind of load at one rate.
     *
     * @param name unique, e.g. external-2000
     * @param title one sentence for people
     * @param ratePerSecond offered requests per second (open model)
     * @param sellerDelayMillis delay of the external service, in milliseconds
     * @param predictions what a formula expects of a contender
     */
    public record Workload(
            String name, String title, double ratePerSecond, int sellerDelayMillis, List<Prediction> predictions) {}

    /**
     * A prediction made before measuring.
     *
     * @param contender whom it concerns
     * @param carriedPerSecond requests per second that it can carry
     * @param formula how that number came about, e.g. "200 workers ÷ 0.2 s (Little's law)"
     */
    public record Prediction(String contender, double carriedPerSecond, String formula) {}

    /**
     * One contender under one workload for a few seconds.
     *
     * @param workload name of the workload
     * @param contender name of the contender
     * @param block repetition, from 0; each block holds every contender once per workload
     * @param position place in the whole run, from 0
     * @param startedAt begin of the measured part
     * @param rampSeconds not reported: the rate rises
     * @param settleSeconds not reported: the full rate, not yet measured
     * @param measuredSeconds length of the measured part
     * @param sent requests whose intended start lies in the measured part
     * @param completed requests completed in the measured part, errors excluded; carried rate = completed /
     *     measuredSeconds
     * @param statuses answers by status ("200", "503", …) or by failure ("timeout", "connection"), of the requests sent
     *     in the measured part
     * @param errors how many of those were not what the API promises
     * @param latencyMicros latency from the send, of the requests sent in the measured part, in microseconds:
     *     HdrHistogram, compressed, base64
     * @param latenessMicros how late requests were sent after their intended start, in microseconds; same form
     * @param usage what the processes used during the measured part
     * @param remarks why this slice is to be read with care; empty when it is not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Slice(
            String workload,
            String contender,
            int block,
            int position,
            Instant startedAt,
            double rampSeconds,
            double settleSeconds,
            double measuredSeconds,
            long sent,
            long completed,
            Map<String, Long> statuses,
            long errors,
            String latencyMicros,
            String latenessMicros,
            Usage usage,
            List<String> remarks) {}

    /**
     * What the processes used during the measured part of a slice. Absent figures (other operating systems, targets
     * that run elsewhere) are null.
     *
     * @param serviceCpuMillis CPU time of the service, user and system, in milliseconds
     * @param serviceRssBytes resident memory at the end, in bytes
     * @param servicePeakRssBytes highest resident memory since the service started, in bytes
     * @param serviceThreads platform threads at the end
     * @param voluntarySwitches voluntary context switches of all its threads
     * @param involuntarySwitches involuntary context switches of all its threads
     * @param databaseCpuMillis CPU time of all PostgreSQL processes, in milliseconds
     * @param sellersCpuMillis CPU time of the external service, in milliseconds
     * @param generatorCpuMillis CPU time of the load generator, in milliseconds
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Usage(
            Double serviceCpuMillis,
            Long serviceRssBytes,
            Long servicePeakRssBytes,
            Integer serviceThreads,
            Long voluntarySwitches,
            Long involuntarySwitches,
            Double databaseCpuMillis,
            Double sellersCpuMillis,
            Double generatorCpuMillis) {}
}
