package org.concurrencylab.compare;

import java.util.List;
import java.util.Objects;

/** Means of what may be unknown. */
final class Means {

    private Means() {}

    /** The mean of what is known; null if nothing is. */
    static Double of(List<Integer> counts) {
        double mean = counts.stream()
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .average()
                .orElse(Double.NaN);
        return Double.isNaN(mean) ? null : Double.valueOf(mean);
    }
}
