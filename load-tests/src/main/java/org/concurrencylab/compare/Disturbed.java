package org.concurrencylab.compare;

import java.util.List;
import java.util.stream.Stream;
import org.concurrencylab.results.Finding;
import org.concurrencylab.results.Results.Slice;

/** What disturbed slices that were measured together, and whether another attempt may help. */
final class Disturbed {

    private Disturbed() {}

    /**
     * Whether it was something that passes, and struck more than half of them: the others stand for themselves.
     *
     * @param measured together
     */
    static boolean forAWhile(List<Slice> measured) {
        return 2 * disturbed(measured).count() > measured.size()
                && disturbed(measured)
                        .flatMap(slice -> slice.findings().stream())
                        .map(Finding::kind)
                        .allMatch(kind -> kind.passing() || !kind.disqualifies());
    }

    /** In a word; empty when nothing did. */
    static String why(List<Slice> measured) {
        return disturbed(measured)
                .flatMap(slice -> slice.findings().stream())
                .map(Finding::kind)
                .filter(Finding.Kind::disqualifies)
                .findFirst()
                .map(Finding.Kind::words)
                .orElse("");
    }

    private static Stream<Slice> disturbed(List<Slice> measured) {
        return measured.stream().filter(slice -> !slice.valid());
    }
}
