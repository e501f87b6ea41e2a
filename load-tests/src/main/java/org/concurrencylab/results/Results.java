package org.concurrencylab.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.concurrencylab.api.RuntimeFacts;

/**
 * What one run measured, or several of one comparison together, as {@code results.json} keeps it for reports.
 *
 * @param format {@link #FORMAT}
 * @param runs where it comes from: one, or as many as were merged, in the order of time
 * @param environment the machine and its software
 * @param contenders what was compared, the reference of all ratios first
 * @param workloads what they were asked to do
 * @param warmUp what each contender cost while it was brought to speed, in the order of time
 * @param slices every measured slice, in the order of time
 * @param experiments what experiments measured, each on its own; empty when none was made
 * @param missing what was to be measured and could not be (a contender ended, …); empty when everything was
 * @param remarks what else a reader must know and no field holds (unpinned, …)
 */
public record Results(
        String format,
        List<Run> runs,
        Environment environment,
        List<Contender> contenders,
        List<Workload> workloads,
        List<WarmUpStep> warmUp,
        List<Slice> slices,
        List<Experiment> experiments,
        List<String> missing,
        List<String> remarks) {

    /** Name and version of the file format. */
    public static final String FORMAT = "concurrency-lab/results/4";

    /** When the first run began. */
    public Instant startedAt() {
        return runs.getFirst().startedAt();
    }

    /** How long the runs took together, builds excluded, in seconds. */
    public double wallSeconds() {
        return runs.stream().mapToDouble(Run::wallSeconds).sum();
    }

    /** How many rounds there are: starts of the services. */
    public int rounds() {
        return 1 + slices.stream().mapToInt(Slice::round).max().orElse(0);
    }

    /**
     * One call of {@code lab compare}.
     *
     * @param startedAt when it began
     * @param wallSeconds how long it took, builds excluded, in seconds
     * @param seed of the random order of its slices
     * @param command the command line, as typed
     */
    public record Run(Instant startedAt, double wallSeconds, long seed, String command) {}

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
     * @param commit the project's commit, or "unknown"; all of them, if runs of several were merged
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
     * @param turnMillis length of a turn where the contenders of a block are loaded in turns, quiet included, in
     *     milliseconds; null where each has a slice of its own
     * @param predictions what a formula expects of a contender
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Workload(
            String name,
            String title,
            double ratePerSecond,
            int sellerDelayMillis,
            Integer turnMillis,
            List<Prediction> predictions) {}

    /**
     * A prediction made before measuring.
     *
     * @param contender whom it concerns
     * @param carriedPerSecond requests per second that it can carry
     * @param formula how that number came about, e.g. "200 workers ÷ 0.2 s (Little's law)"
     */
    public record Prediction(String contender, double carriedPerSecond, String formula) {}

    /**
     * A step of the load that brings a contender to speed, on all CPUs.
     *
     * @param contender name of the contender
     * @param seconds end of the step since the warm-up began, in seconds
     * @param ratePerSecond requests per second that it carried
     * @param cpuMillisPerRequest CPU time of the service per request, in milliseconds; null where it cannot be known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WarmUpStep(String contender, double seconds, double ratePerSecond, Double cpuMillisPerRequest) {}

    /**
     * One contender under one workload for a few seconds.
     *
     * @param workload name of the workload
     * @param contender name of the contender
     * @param round start of the services, from 0; a single run has one, each merged run is another
     * @param block repetition within its round, from 0; each block holds every contender once per workload
     * @param position place in the whole run, from 0
     * @param twin whether this is the contender a second time in its block: with its other slice it makes an A/A pair,
     *     which shows what two measurements of one and the same service differ by
     * @param superseded whether the slice was invalid and another one was measured in its place
     * @param startedAt begin of the measured part
     * @param rampSeconds not reported: the rate rises
     * @param settleSeconds not reported: the full rate, not yet measured
     * @param measuredSeconds length of the measured part, or of all of the contender's turns in it
     * @param sent requests whose intended start lies in the measured part
     * @param completed requests completed in the measured part, errors excluded; carried rate = completed /
     *     measuredSeconds
     * @param statuses answers by status ("200", "503", …) or by failure ("timeout", "connection"), of the requests sent
     *     in the measured part
     * @param errors how many of those were not what the API promises
     * @param latencyMicros latency from the send, of the requests sent in the measured part, in microseconds:
     *     HdrHistogram, compressed, base64
     * @param latenessMicros how late requests were sent after their intended start, in microseconds; same form
     * @param inFlight requests under way, mean over the measured part, counted in the generator every few milliseconds
     * @param usage what the processes used during the measured part
     * @param findings why this slice is to be read with care; empty when it is not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Slice(
            String workload,
            String contender,
            int round,
            int block,
            int position,
            boolean twin,
            boolean superseded,
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
            double inFlight,
            Usage usage,
            List<Finding> findings) {

        /** Good answers per second. */
        public double carriedPerSecond() {
            return completed / measuredSeconds;
        }

        /** Whether its figures may be compared with others: nothing but the contender decided them. */
        public boolean valid() {
            return findings.stream().noneMatch(finding -> finding.kind().disqualifies());
        }

        /** The same, once another slice is measured in its place. */
        public Slice asSuperseded() {
            return copy(round, position, true);
        }

        /** The same, as part of a merged run. */
        Slice at(int newRound, int newPosition) {
            return copy(newRound, newPosition, superseded);
        }

        private Slice copy(int newRound, int newPosition, boolean nowSuperseded) {
            return new Slice(
                    workload,
                    contender,
                    newRound,
                    block,
                    newPosition,
                    twin,
                    nowSuperseded,
                    startedAt,
                    rampSeconds,
                    settleSeconds,
                    measuredSeconds,
                    sent,
                    completed,
                    statuses,
                    errors,
                    latencyMicros,
                    latenessMicros,
                    inFlight,
                    usage,
                    findings);
        }
    }

    /**
     * What one experiment measured; question, prediction and verdict follow from it and are rendered again.
     *
     * @param name the experiment's
     * @param trials in the order of time
     */
    public record Experiment(String name, List<Trial> trials) {}
}
