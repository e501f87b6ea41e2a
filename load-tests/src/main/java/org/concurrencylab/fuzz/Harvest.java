package org.concurrencylab.fuzz;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.concurrencylab.fuzz.Ledger.Stock;

/**
 * What one contender did with all requests.
 *
 * @param contender by name
 * @param outcomes by number of the request, what two services have to agree in; "" where they need not
 * @param statuses how many answers there were of each
 * @param faults numbers of requests that were answered 5xx or not at all, in time, and what came instead
 * @param noted by the ledger
 * @param found in the database
 * @param content one text for all books
 * @param heapHalfWay bytes live after half of the requests
 * @param heapAtEnd bytes live after all
 * @param seconds that it took
 */
record Harvest(
        String contender,
        List<String> outcomes,
        Map<Integer, Integer> statuses,
        Map<Integer, String> faults,
        Stock noted,
        Stock found,
        String content,
        OptionalLong heapHalfWay,
        OptionalLong heapAtEnd,
        double seconds) {

    /** What half of the requests may leave on the heap without being called growth: caches that still fill. */
    private static final long CACHES = 4L << 20;

    boolean wroteWhatItSaid() {
        return noted.equals(found);
    }

    boolean grew() {
        return heapHalfWay.isPresent()
                && heapAtEnd.isPresent()
                && heapAtEnd.getAsLong() - heapHalfWay.getAsLong() > CACHES;
    }

    boolean isClean() {
        return faults.isEmpty() && wroteWhatItSaid() && !grew();
    }

    /** Answers whose status begins with this digit. */
    int answers(int hundreds) {
        return statuses.entrySet().stream()
                .filter(each -> each.getKey() / 100 == hundreds)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
