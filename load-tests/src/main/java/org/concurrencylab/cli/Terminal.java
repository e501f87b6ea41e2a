package org.concurrencylab.cli;

import org.concurrencylab.report.TerminalStyle;
import picocli.CommandLine.Help.Ansi;

/** What standard output is; the launcher knows and exports it. */
final class Terminal {

    private static final int USUAL_COLUMNS = 80;

    private Terminal() {}

    /** Whether a person watches. */
    static boolean isInteractive() {
        return System.getenv("LAB_COLUMNS") != null;
    }

    /** Its width in characters. */
    static int columns() {
        try {
            return Integer.parseInt(System.getenv("LAB_COLUMNS"));
        } catch (NumberFormatException e) {
            return USUAL_COLUMNS;
        }
    }

    /** How tables are printed on it. */
    static TerminalStyle style() {
        boolean colours = isInteractive() && Ansi.AUTO.enabled();
        return TerminalStyle.of(System.getenv("LAB_COLUMNS"), colours, System.out.charset());
    }
}
