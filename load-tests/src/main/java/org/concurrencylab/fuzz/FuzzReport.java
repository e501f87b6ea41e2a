package org.concurrencylab.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.concurrencylab.report.TextTable;

/**
 * What came of the requests, for people.
 *
 * @param fuzzer that made them
 * @param harvests one for each contender
 */
record FuzzReport(Fuzzer fuzzer, List<Harvest> harvests) {
    private static final int EXAMPLES = 10;
    private static final double MEBIBYTE = 1 << 20;

    Differences differences() {
        return Differences.of(harvests);
    }

    boolean haveTheSameBooks() {
        return harvests.stream().map(Harvest::content).distinct().count() == 1;
    }

    /** Whether nothing happened that should not. */
    boolean isClean() {
        return harvests.stream().allMatch(Harvest::isClean) && differences().count() == 0 && haveTheSameBooks();
    }

    List<String> lines() {
        TextTable table = new TextTable("l" + "r".repeat(harvests.size()), cells("", Harvest::contender));
        for (int hundreds = 1; hundreds <= 5; hundreds++) {
            int status = hundreds;
            table.add(cells("answers of " + status + "xx", each -> number(each.answers(status))));
        }
        table.add(cells("5xx, or none within 15 s", each -> number(each.faults().size())));
        table.add(cells("books, orders, versions", each -> each.wroteWhatItSaid() ? "as answered" : "NOT as answered"));
        table.add(cells(
                "live heap, half way and at the end", each -> heap(each.heapHalfWay()) + " " + heap(each.heapAtEnd())));
        table.add(cells("seconds", each -> String.format(Locale.ENGLISH, "%.0f", each.seconds())));
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("");
        lines.add("answered differently: " + number(differences().count())
                + (haveTheSameBooks() ? "; all have the same books at the end" : "; the books at the end DIFFER"));
        differences().kinds().entrySet().stream().limit(EXAMPLES).forEach(each -> lines.add(example(each)));
        harvests.forEach(harvest -> lines.addAll(troubles(harvest)));
        return lines;
    }

    private List<String> cells(String label, Function<Harvest, String> cell) {
        return Stream.concat(Stream.of(label), harvests.stream().map(cell)).toList();
    }

    private String example(Map.Entry<List<String>, List<Integer>> kind) {
        int number = kind.getValue().getFirst();
        HostileRequest request = fuzzer.request(number);
        return "  %s times %s; first %d (%s): %s"
                .formatted(
                        number(kind.getValue().size()),
                        String.join(" | ", kind.getKey()),
                        number,
                        request.traits(),
                        request.shown());
    }

    private List<String> troubles(Harvest harvest) {
        List<String> lines = new ArrayList<>();
        harvest.faults().entrySet().stream().limit(EXAMPLES).forEach(fault -> {
            HostileRequest request = fuzzer.request(fault.getKey());
            lines.add("  %s, %d (%s): %s for %s"
                    .formatted(
                            harvest.contender(), fault.getKey(), request.traits(), fault.getValue(), request.shown()));
        });
        if (!harvest.wroteWhatItSaid()) {
            lines.add(
                    "  %s acknowledged %s and has %s".formatted(harvest.contender(), harvest.noted(), harvest.found()));
        }
        return lines;
    }

    private static String heap(OptionalLong bytes) {
        return bytes.isEmpty() ? "–" : String.format(Locale.ENGLISH, "%.1f", bytes.getAsLong() / MEBIBYTE);
    }

    private static String number(int count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }
}
