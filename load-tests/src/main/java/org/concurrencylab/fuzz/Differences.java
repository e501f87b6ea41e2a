package org.concurrencylab.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Requests that the contenders answer differently.
 *
 * @param kinds what each contender answered, in their order, with the numbers of the requests
 */
record Differences(Map<List<String>, List<Integer>> kinds) {

    /** Compares what all of them did with the same requests. */
    static Differences of(List<Harvest> harvests) {
        Map<List<String>, List<Integer>> kinds = new LinkedHashMap<>();
        IntStream.range(0, harvests.getFirst().outcomes().size()).forEach(number -> {
            List<String> outcomes =
                    harvests.stream().map(each -> each.outcomes().get(number)).toList();
            if (outcomes.stream().distinct().count() > 1) {
                kinds.computeIfAbsent(outcomes, kind -> new ArrayList<>()).add(number);
            }
        });
        return new Differences(kinds);
    }

    int count() {
        return kinds.values().stream().mapToInt(List::size).sum();
    }
}
