package org.concurrencylab.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.concurrencylab.results.Results.Contender;
import org.concurrencylab.results.Results.Environment;
import org.concurrencylab.results.Results.Slice;
import org.concurrencylab.results.Results.Workload;

/** Whether results may be put together or held against one another; the first thing that forbids it is one sentence. */
final class Likeness {
    private static final Map<String, Function<Environment, Object>> MACHINE = machine();
    /** The measured part is as long as asked for, but for milliseconds. */
    private static final double SAME_LENGTH = 0.05;

    private final StoredResults one;
    private final StoredResults other;

    /**
     * @param one what the other has to be like
     * @param other what is named first in a sentence
     */
    Likeness(StoredResults one, StoredResults other) {
        this.one = one;
        this.other = other;
    }

    /** The same machine, JVM, database and generator. */
    Likeness requireSameMachine() {
        MACHINE.forEach((name, fact) -> {
            Object here = fact.apply(one.results().environment());
            Object there = fact.apply(other.results().environment());
            if (!here.equals(there)) {
                throw refused("was measured on another machine than", "its " + name + " is " + there + ", not " + here);
            }
        });
        return this;
    }

    /** The same kinds of load at the same rates, the slices as long. */
    Likeness requireSameWorkloads() {
        List<String> here =
                one.results().workloads().stream().map(Likeness::load).toList();
        List<String> there =
                other.results().workloads().stream().map(Likeness::load).toList();
        if (!here.equals(there)) {
            throw refused("has other workloads than", first(there, here) + ", not " + first(here, there));
        }
        if (!one.results().slices().isEmpty() && !other.results().slices().isEmpty()) {
            requireSameLength(
                    one.results().slices().getFirst(), other.results().slices().getFirst());
        }
        return this;
    }

    private void requireSameLength(Slice here, Slice there) {
        boolean measuredAlike = Math.abs(there.measuredSeconds() / here.measuredSeconds() - 1) < SAME_LENGTH;
        if (here.rampSeconds() != there.rampSeconds()
                || here.settleSeconds() != there.settleSeconds()
                || !measuredAlike) {
            throw refused("has other slices than", length(there) + ", not " + length(here));
        }
    }

    /** Contenders of the same names, in the same order: the first is the reference. */
    Likeness requireSameNames() {
        List<String> here = names(one.results());
        List<String> there = names(other.results());
        if (!here.equals(there)) {
            throw refused(
                    "compares other contenders than", String.join(", ", there) + ", not " + String.join(", ", here));
        }
        return this;
    }

    /** Contenders with the same flags, pools and framework. */
    Likeness requireSameSettings() {
        requireSameNames();
        String quarkus = one.results().environment().quarkus();
        if (!quarkus.equals(other.results().environment().quarkus())) {
            throw refused(
                    "has other contenders than",
                    "built with Quarkus " + other.results().environment().quarkus() + ", not " + quarkus);
        }
        for (int i = 0; i < one.results().contenders().size(); i++) {
            requireSame(
                    one.results().contenders().get(i),
                    other.results().contenders().get(i));
        }
        return this;
    }

    private void requireSame(Contender here, Contender there) {
        if (!here.jvmFlags().equals(there.jvmFlags())) {
            throw refused(
                    "started " + there.name() + " with other flags than",
                    difference(there.jvmFlags(), here.jvmFlags()));
        }
        if (here.runtime() != null && !here.runtime().equals(there.runtime())) {
            throw refused(
                    "set " + there.name() + " up otherwise than",
                    difference(facts(there.runtime()), facts(here.runtime())));
        }
    }

    private ResultsException refused(String what, String how) {
        return new ResultsException("%s %s %s: %s.".formatted(other.file(), what, one.file(), how));
    }

    private static Map<String, Function<Environment, Object>> machine() {
        Map<String, Function<Environment, Object>> facts = new LinkedHashMap<>();
        facts.put("processor", Environment::cpu);
        facts.put("number of CPUs", Environment::processors);
        facts.put("memory in bytes", Environment::memoryBytes);
        facts.put("operating system", Environment::os);
        facts.put("JDK", Environment::java);
        facts.put("PostgreSQL", Environment::postgres);
        facts.put("PostgreSQL's settings", Environment::postgresSettings);
        facts.put("Gatling", Environment::gatling);
        facts.put("CPU set of the service", Environment::serviceCpus);
        facts.put("CPU set of database, sellers and generator", Environment::otherCpus);
        return facts;
    }

    private static List<String> names(Results results) {
        return results.contenders().stream().map(Contender::name).toList();
    }

    private static String load(Workload workload) {
        return "%s (%s, %s/s, delay %d ms)"
                .formatted(workload.name(), workload.title(), workload.ratePerSecond(), workload.sellerDelayMillis());
    }

    private static String length(Slice slice) {
        return "%s s of ramp, %s s to settle and %s s measured"
                .formatted(slice.rampSeconds(), slice.settleSeconds(), slice.measuredSeconds());
    }

    private static List<String> facts(Object runtime) {
        return runtime == null ? List.of() : List.of(runtime.toString().split(", "));
    }

    /** Only what differs: "a, not b". */
    private static String difference(List<String> there, List<String> here) {
        return without(there, here) + ", not " + without(here, there);
    }

    private static String first(List<String> all, List<String> common) {
        return all.stream().filter(each -> !common.contains(each)).findFirst().orElse("none, or another order");
    }

    private static String without(List<String> all, List<String> common) {
        String rest = String.join(
                " ", all.stream().filter(each -> !common.contains(each)).toList());
        return rest.isEmpty() ? "none of that" : rest;
    }
}
