package org.concurrencylab.bench;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The median of one figure over the rounds, with its extremes. */
record Spread(double median, double min, double max) {

    /** Empty when there are no figures. */
    static Optional<Spread> of(Collection<Double> figures) {
        double[] sorted =
                figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            return Optional.empty();
        }
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return Optional.of(new Spread(median, sorted[0], sorted[sorted.length - 1]));
    }

    /** For instance {@code 31,240 [30,100–32,000]}. */
    String format(int decimals) {
        String figure = "%,." + decimals + "f";
        return String.format(Locale.ROOT, figure + " [" + figure + "–" + figure + "]", median, min, max);
    }
}
