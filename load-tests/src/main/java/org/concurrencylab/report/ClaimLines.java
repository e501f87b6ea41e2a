package org.concurrencylab.report;

import java.util.List;
import java.util.stream.Stream;
import org.concurrencylab.report.Claims.Row;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** The table of claims as lines for a terminal, its cells wrapped to fit. */
final class ClaimLines {
    private static final int INDENT = 2;
    private static final int ID = 6;
    private static final int VERDICT = 16;
    private static final int EXPERIMENT = 14;
    private static final double CLAIM_SHARE = 0.4;
    private static final double PREDICTED_SHARE = 0.27;

    private ClaimLines() {}

    /** The head first. */
    static List<String> of(Claims claims, TerminalStyle style) {
        int left = style.columns() - INDENT - ID - VERDICT - EXPERIMENT;
        int claim = (int) (CLAIM_SHARE * left);
        int predicted = (int) (PREDICTED_SHARE * left);
        TextTable table = TextTable.forColumns(
                Help.defaultColorScheme(Ansi.OFF),
                column(INDENT + ID, INDENT),
                column(claim, 0),
                column(VERDICT, 1),
                column(predicted, 1),
                column(left - claim - predicted, 1),
                column(EXPERIMENT, 1));
        table.indentWrappedLines = 0;
        add(table, List.of("", "claim", "verdict", "predicted", "measured", "experiment"));
        claims.rows().forEach(row -> add(table, cells(row, style)));
        return table.toString()
                .lines()
                .map(String::stripTrailing)
                // Each cell that is wrapped adds lines of its own.
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static Column column(int width, int indent) {
        return new Column(width, indent, Overflow.WRAP);
    }

    /** Side by side: picocli's own rows begin each cell where the wrapped one before it ends. */
    private static void add(TextTable table, List<String> cells) {
        table.addEmptyRow();
        int row = table.rowCount() - 1;
        for (int column = 0; column < cells.size(); column++) {
            table.putValue(row, column, Ansi.OFF.new Text(cells.get(column)));
        }
    }

    private static List<String> cells(Row row, TerminalStyle style) {
        return Stream.of(row.id(), row.claimed(), row.verdict(), row.predicted(), row.measured(), row.experiment())
                .map(style::plain)
                .toList();
    }
}
