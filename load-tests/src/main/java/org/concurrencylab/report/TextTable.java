package org.concurrencylab.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows of text under a head, in columns as wide as their widest cell. */
public final class TextTable {
    private static final String INDENT = "  ";
    private static final String GAP = "   ";

    private final List<String> head;
    private final String alignment;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * @param alignment one letter per column: l(eft) or r(ight)
     * @param head one title per column
     */
    public TextTable(String alignment, List<String> head) {
        this.alignment = alignment;
        this.head = head;
    }

    /** One more row, with a cell for each column. */
    public void add(List<String> row) {
        rows.add(row);
    }

    /** Length of the longest line. */
    int width() {
        return lines().stream().mapToInt(String::length).max().orElse(0);
    }

    /** The head and the rows, one line each, without trailing spaces. */
    public List<String> lines() {
        List<Integer> widths =
                IntStream.range(0, head.size()).mapToObj(this::widest).toList();
        List<String> lines = new ArrayList<>();
        lines.add(line(head, widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    /** The same as a table of Markdown. */
    public String markdown() {
        return Stream.concat(Stream.of(head, Collections.nCopies(head.size(), "---")), rows.stream())
                .map(row -> "| " + String.join(" | ", row) + " |\n")
                .collect(Collectors.joining());
    }

    private int widest(int column) {
        return Math.max(
                head.get(column).length(),
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
    }

    private String line(List<String> cells, List<Integer> widths) {
        return INDENT
                + IntStream.range(0, cells.size())
                        .mapToObj(i -> pad(cells.get(i), widths.get(i), alignment.charAt(i)))
                        .collect(Collectors.joining(GAP))
                        .stripTrailing();
    }

    private static String pad(String cell, int width, char side) {
        String space = " ".repeat(width - cell.length());
        return side == 'r' ? space + cell : cell + space;
    }
}
