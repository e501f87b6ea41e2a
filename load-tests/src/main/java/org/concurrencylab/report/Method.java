package org.concurrencylab.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concurrencylab.results.Results;
import org.concurrencylab.results.Results.Slice;
import org.concurrencylab.results.Results.Workload;

/** How the run was made, as questions that readers of such comparisons ask. */
final class Method {
    private static final double MILLIS = 1_000;

    private Method() {}

    static Map<String, String> of(Summary summary) {
        Results results = summary.results();
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put(
                "What load is it?",
                "An open model: requests start at a fixed rate, whether or not earlier ones have been answered, as users"
                        + " do who know nothing of one another. A slow service therefore cannot slow the load down and"
                        + " hide its own delay.");
        if (!results.slices().isEmpty()) {
            answers.put("How long, how often?", slices(results));
        }
        answers.put(
                "In which order?",
                "Each block visits every contender once per workload, in an order drawn from " + Runs.seeds(results)
                        + "; the next block visits them in reverse. What disturbs the machine for a while then disturbs"
                        + " all of them alike.");
        answers.put(
                "What does the service share?",
                results.environment().serviceCpus().equals("unpinned")
                        ? "Everything: service, database and generator ran on the same CPUs (unpinned). Compare CPU time"
                                + " per request rather than requests per second."
                        : "No CPU: the service under test ran on CPU "
                                + results.environment().serviceCpus() + "; database, sellers and generator ran on CPU "
                                + results.environment().otherCpus() + ".");
        answers.put(
                "Where is latency measured?",
                "In the generator, from the moment a request is sent to its answer, in microseconds. How late the"
                        + " generator sent is kept for every slice.");
        answers.put("What is [low – high]?", results.rounds() > 1 ? overRounds(summary) : overBlocks(summary));
        answers.put(
                "How wide is the noise?",
                "Each block measures one contender twice, each in its turn. Its two figures differ by chance alone (A/A); a"
                        + " difference between contenders is named only where it exceeds that, and where its p value,"
                        + " corrected for all comparisons of the workload (Holm, 1979), is below 5 %."
                        + (results.rounds() > 1 ? "" : oneStart()));
        answers.put(
                "When does a slice count?",
                "When all answers were as promised, the generator sent what it was asked for within 2 %, 99 % of it"
                        + " within 20 ms of its time, database and generator left 15 % of their CPUs idle, and other"
                        + " programs and the hypervisor took less than 5 % of the CPU time each (20 % where contenders take"
                        + " turns and suffer alike, all of which must then answer within their own turns). What was"
                        + " disturbed is measured again, twice at most; where most slices do not count, no winner is named.");
        answers.put(
                "Were they warm?",
                "Each contender was loaded on all CPUs with every kind of request until the CPU time per request of"
                        + " three steps in a row lay within 5 %, or the time for that was over; then a remark says so."
                        + " The curve is below.");
        answers.put(
                "Is the JIT's work counted?",
                "Not as a cost of requests. For minutes after its start a JVM compiles itself; that work ends, so the CPU"
                        + " time of its compiler's threads is taken from each figure per request and shown for each slice"
                        + " (where the operating system tells it, as Linux does). It still takes CPU from the requests"
                        + " beside it, which lengthens their latency, the same for every contender.");
        answers.put(
                "Why is p99 not compared?",
                "A short run holds too few slow requests: in trials the 99th percentile of one and the same service"
                        + " varied between 0.70 and 1.74 times its own value.");
        answers.put(
                "What counts as carried?",
                "Requests completed in the measured part, errors excluded. \"≥\" stands before a ratio whose contender"
                        + " was capped by the offered rate; \"as offered\" where both were.");
        answers.put(
                "Were the contenders set up equally?",
                "See their pools, heaps and flags below; what differs there differs in the result.");
        return answers;
    }

    private static String oneStart() {
        return " Nor is one named below %d %% in CPU time or %d %% in p50: by so much two processes of one and the same service may"
                        .formatted(Figure.CPU.startsPercent(), Figure.P50.startsPercent())
                + " differ, and this run started each service once.";
    }

    private static String overBlocks(Summary summary) {
        return "A 95 % interval of the ratio to " + summary.reference()
                + ": in each block one ratio is taken of two slices measured close to one another; the figure is the"
                + " geometric mean of these ratios, the interval is Student's t on their logarithms (Kalibera and Jones,"
                + " 2013). It is taken over the blocks of one start of the services (one round): another start may give"
                + " another ratio, which merging several runs shows. When it holds 1, no difference is shown. With fewer"
                + " than three blocks there is no interval.";
    }

    private static String overRounds(Summary summary) {
        return "A 95 % interval of the ratio to " + summary.reference() + " with two levels, round and block, over "
                + summary.results().rounds()
                + " rounds: for each round the services were started anew. In each block one ratio is taken of two slices"
                + " of the same round, measured close to one another; each round gives the mean of their logarithms, and"
                + " the interval is Student's t over the rounds (Kalibera and Jones, 2013), so it holds what differs from"
                + " one start to the next. When it holds 1, no difference is shown. With fewer than three rounds there is"
                + " no interval.";
    }

    private static String slices(Results results) {
        long blocks = results.slices().stream()
                .map(slice -> slice.round() + "." + slice.block())
                .distinct()
                .count();
        String rounds = results.rounds() > 1
                ? "%d rounds, %s (2.3 is the third block of the second round); "
                        .formatted(results.rounds(), started(results))
                : "";
        return rounds
                + "%s %s. %s"
                        .formatted(
                                Format.count(blocks),
                                blocks == 1 ? "block" : "blocks",
                                Stream.concat(inTurns(results), inSlices(results))
                                        .collect(Collectors.joining(" ")));
    }

    private static Stream<String> inTurns(Results results) {
        return results.workloads().stream()
                .filter(workload -> workload.turnMillis() != null)
                .map(workload -> first(results, workload)
                        .map(slice ->
                                ("In each block of %s all contenders are loaded within seconds in turns of %s s, so"
                                                + " that what disturbs the machine disturbs all of them alike; a contender's turns"
                                                + " of one block, %s s in all, are its slice.")
                                        .formatted(
                                                workload.name(),
                                                Format.seconds(workload.turnMillis() / MILLIS),
                                                Format.seconds(slice.measuredSeconds())))
                        .orElse(""));
    }

    private static Stream<String> inSlices(Results results) {
        return results.workloads().stream()
                .filter(workload -> workload.turnMillis() == null)
                .flatMap(workload -> first(results, workload).stream())
                .limit(1)
                .map(slice ->
                        "%s a slice is %s s of ramp, %s s to settle and %s s that are measured; ramp and settling are never reported."
                                .formatted(
                                        results.workloads().size() > 1 ? "In the others" : "In each block",
                                        Format.seconds(slice.rampSeconds()),
                                        Format.seconds(slice.settleSeconds()),
                                        Format.seconds(slice.measuredSeconds())));
    }

    private static Optional<Slice> first(Results results, Workload workload) {
        return results.slices().stream()
                .filter(slice -> slice.workload().equals(workload.name()))
                .findFirst();
    }

    private static String started(Results results) {
        return Runs.areMerged(results) ? "of runs started " + Runs.starts(results) : "each with services started anew";
    }
}
