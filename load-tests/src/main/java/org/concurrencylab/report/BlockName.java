package org.concurrencylab.report;

import java.util.List;
import org.concurrencylab.results.Results.Slice;

/** What people call a block: "3", or in results of several rounds "2.3", the third block of the second round. */
final class BlockName {
    private BlockName() {}

    static String of(Slice slice, boolean severalRounds) {
        String block = Format.count(slice.block() + 1);
        return severalRounds ? Format.count(slice.round() + 1) + "." + block : block;
    }

    /** Whether these slices are of several rounds. */
    static boolean severalRounds(List<SliceFigures> slices) {
        return slices.stream()
                        .mapToInt(figures -> figures.slice().round())
                        .distinct()
                        .count()
                > 1;
    }
}
