package org.concurrencylab.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.concurrencylab.results.Results.Contender;
import org.concurrencylab.results.Results.Environment;
import org.concurrencylab.results.Results.Slice;

/**
 * Several runs of the same comparison as one. Each run started its services anew, so each becomes a round of its own;
 * blocks of different rounds are never paired. All runs, with their seeds and commands, stay in the record.
 */
public final class Merge {
    private static final String DIFFERENT_COMMITS = "These runs are of different commits";

    private Merge() {}

    /**
     * @param stored one or more, merged ones among them if need be
     * @return all of them, in the order of time
     * @throws ResultsException when they are of different machines, workloads or contenders, or one is given twice
     */
    public static Results of(List<StoredResults> stored) {
        StoredResults.requireDifferentRuns(stored);
        stored.stream()
                .skip(1)
                .forEach(other -> new Likeness(stored.getFirst(), other)
                        .requireSameMachine()
                        .requireSameWorkloads()
                        .requireSameSettings());
        if (stored.size() == 1) {
            return stored.getFirst().results();
        }
        List<Results> all = stored.stream()
                .map(StoredResults::results)
                .sorted(Comparator.comparing(Results::startedAt))
                .toList();
        Results first = all.getFirst();
        return new Results(
                Results.FORMAT,
                joined(all, Results::runs),
                environment(all),
                contenders(all),
                first.workloads(),
                joined(all, Results::warmUp),
                slices(all),
                List.of(),
                joined(all, Merge::missing),
                remarks(all));
    }

    /**
     * What two sides must have in common to be held against one another. Flags, pools and framework may differ: they
     * may be the very change.
     *
     * @param before of one side
     * @param after of the other
     * @throws ResultsException when machine, workloads or the names of the contenders differ, or both hold one run
     */
    public static void requireComparable(List<StoredResults> before, List<StoredResults> after) {
        List<StoredResults> all = new ArrayList<>(before);
        all.addAll(after);
        StoredResults.requireDifferentRuns(all);
        new Likeness(before.getFirst(), after.getFirst())
                .requireSameMachine()
                .requireSameWorkloads()
                .requireSameNames();
    }

    /**
     * The first setting of the contenders that differs between two sides, in a sentence; empty when none does.
     *
     * @param before of one side
     * @param after of the other
     */
    public static Optional<String> changedSettings(StoredResults before, StoredResults after) {
        try {
            new Likeness(before, after).requireSameSettings();
            return Optional.empty();
        } catch (ResultsException difference) {
            return Optional.of(difference.getMessage());
        }
    }

    private static List<Slice> slices(List<Results> all) {
        List<Slice> slices = new ArrayList<>();
        int round = 0;
        for (Results results : all) {
            List<Slice> inOrder = results.slices().stream()
                    .sorted(Comparator.comparingInt(Slice::position))
                    .toList();
            for (Slice slice : inOrder) {
                slices.add(slice.at(round + slice.round(), slices.size()));
            }
            round += results.rounds();
        }
        return slices;
    }

    private static Environment environment(List<Results> all) {
        Environment first = all.getFirst().environment();
        String commits = String.join(", ", commits(all));
        return new Environment(
                first.cpu(),
                first.processors(),
                first.memoryBytes(),
                first.os(),
                first.java(),
                first.postgres(),
                first.postgresSettings(),
                first.gatling(),
                first.quarkus(),
                commits,
                first.serviceCpus(),
                first.otherCpus());
    }

    private static List<String> commits(List<Results> all) {
        return all.stream()
                .flatMap(results -> List.of(results.environment().commit().split(", ")).stream())
                .distinct()
                .toList();
    }

    /**
     * They differ in their ports, which nobody needs, and in the time to their first answer, of which the mean stays.
     */
    private static List<Contender> contenders(List<Results> all) {
        List<Contender> merged = new ArrayList<>();
        for (int i = 0; i < all.getFirst().contenders().size(); i++) {
            int place = i;
            Contender first = all.getFirst().contenders().get(i);
            OptionalDouble answer = all.stream()
                    .map(results -> results.contenders().get(place).firstAnswerSeconds())
                    .filter(seconds -> seconds != null)
                    .mapToDouble(Double::doubleValue)
                    .average();
            merged.add(new Contender(
                    first.name(),
                    first.url(),
                    first.runtime(),
                    first.jvmFlags(),
                    answer.isPresent() ? (Double) answer.getAsDouble() : null));
        }
        return merged;
    }

    private static List<String> missing(Results results) {
        return results.missing().stream().map(gap -> of(results) + gap).toList();
    }

    /** A remark that all runs share stands once; another one says which run it is about. */
    private static List<String> remarks(List<Results> all) {
        Map<String, List<Results>> runs = new LinkedHashMap<>();
        for (Results results : all) {
            results.remarks().stream()
                    .filter(remark -> !remark.startsWith(DIFFERENT_COMMITS))
                    .forEach(remark -> runs.computeIfAbsent(remark, key -> new ArrayList<>())
                            .add(results));
        }
        List<String> remarks = new ArrayList<>();
        runs.forEach((remark, of) -> {
            if (of.size() == all.size()) {
                remarks.add(remark);
            } else {
                of.forEach(results -> remarks.add(of(results) + remark));
            }
        });
        if (all.stream().anyMatch(results -> !results.experiments().isEmpty())) {
            remarks.add("Experiments are not merged: see the reports of the single runs.");
        }
        if (commits(all).size() > 1) {
            remarks.add(DIFFERENT_COMMITS + " (" + String.join(", ", commits(all))
                    + "); together they are taken for runs of one program.");
        }
        return remarks;
    }

    /** Merged results name their runs already. */
    private static String of(Results results) {
        return results.runs().size() > 1 ? "" : "Run of " + results.startedAt() + ": ";
    }

    private static <T> List<T> joined(List<Results> all, Function<Results, List<T>> part) {
        return all.stream().flatMap(results -> part.apply(results).stream()).collect(Collectors.toUnmodifiableList());
    }
}
