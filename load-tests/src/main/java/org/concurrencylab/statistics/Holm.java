package org.concurrencylab.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's correction for several tests at once: S. Holm, "A Simple Sequentially Rejective Multiple Test Procedure",
 * Scandinavian Journal of Statistics 6, 1979.
 *
 * <p>If each difference with an adjusted p value of at most α is called, the probability of one or more false calls
 * among all is at most α, however the tests depend on one another, for instance by sharing a reference.
 */
public final class Holm {
    private Holm() {}

    /**
     * @param pValues of the tests of one family, each between 0 and 1
     * @return the adjusted values, in the same order
     * @throws IllegalArgumentException if a value is no probability
     */
    public static double[] adjust(double... pValues) {
        for (double p : pValues) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("Not a probability: " + p);
            }
        }
        int[] ascending = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(index -> pValues[index]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[pValues.length];
        double largest = 0;
        for (int rank = 0; rank < ascending.length; rank++) {
            largest = Math.max(largest, Math.min(1, (ascending.length - rank) * pValues[ascending[rank]]));
            adjusted[ascending[rank]] = largest;
        }
        return adjusted;
    }
}
