package org.concurrencylab.statistics;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.descriptive.Mean;

/**
 * The log ratios of a run, and which of them are independent of one another.
 *
 * <p>Blocks of one round share the JVMs' luck (code layout, what the JIT inlined), so that with several rounds only the
 * rounds' means are independent. One round's blocks count as independent: its interval says nothing of other starts.
 *
 * @param logs one per usable pair
 * @param independent what Student's t may be applied to: the means of the rounds, or the blocks of the only round
 * @param ignored pairs without a ratio
 * @param rounds rounds with a usable pair
 */
record Sample(double[] logs, double[] independent, int ignored, int rounds) {

    static Sample of(List<List<Pair>> rounds) {
        List<double[]> usable = rounds.stream()
                .map(Sample::logs)
                .filter(logs -> logs.length > 0)
                .toList();
        double[] all = usable.stream().flatMapToDouble(Arrays::stream).toArray();
        double[] independent = usable.size() == 1
                ? all
                : usable.stream()
                        .mapToDouble(logs -> Mean.of(logs).getAsDouble())
                        .toArray();
        int pairs = rounds.stream().mapToInt(List::size).sum();
        return new Sample(all, independent, pairs - all.length, usable.size());
    }

    private static double[] logs(List<Pair> pairs) {
        return pairs.stream().filter(Pair::isUsable).mapToDouble(Pair::logRatio).toArray();
    }
}
