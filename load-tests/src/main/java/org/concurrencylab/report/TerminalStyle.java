package org.concurrencylab.report;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * What the terminal can show.
 *
 * @param columns its width in characters; tables take 80 to 120 of them
 * @param colours whether escape sequences may be written
 * @param unicode whether characters beyond ASCII can be written
 */
public record TerminalStyle(int columns, boolean colours, boolean unicode) {
    private static final String WANTED = "×÷–≥≤·";
    private static final String INDENT = "  ";
    private static final String LABEL = "%-11s";
    private static final int NARROWEST = 80;
    private static final int WIDEST = 120;

    public TerminalStyle {
        columns = Math.clamp(columns, NARROWEST, WIDEST);
    }

    /**
     * @param columns the environment variable COLUMNS, or null
     * @param colours whether standard output is a terminal and NO_COLOR is unset
     * @param charset of standard output
     */
    public static TerminalStyle of(String columns, boolean colours, Charset charset) {
        boolean known = columns != null && columns.matches("[1-9][0-9]{0,3}");
        boolean unicode = charset.canEncode() && charset.newEncoder().canEncode(WANTED);
        return new TerminalStyle(known ? Integer.parseInt(columns) : WIDEST, colours, unicode);
    }

    String bold(String text) {
        return escape("1", text);
    }

    String faint(String text) {
        return escape("2", text);
    }

    String alarm(String text) {
        return escape("31", text);
    }

    /** The text with what the charset lacks replaced; control characters go, so that no name can steer the terminal. */
    String plain(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        if (unicode) {
            return printable;
        }
        return printable
                .replace("×", "x")
                .replace("÷", "/")
                .replace("–", "-")
                .replace("≥", ">=")
                .replace("≤", "<=")
                .replace("·", "|")
                .replaceAll("[^\\x00-\\x7F]", "?");
    }

    /** The text in lines that fit, indented, behind a label (empty: none) that only the first of them has. */
    List<String> wrap(String label, String text) {
        boolean labelled = !label.isEmpty();
        List<String> wrapped = new ArrayList<>();
        StringBuilder line = new StringBuilder(INDENT + (labelled ? LABEL.formatted(label) : ""));
        String next = INDENT + (labelled ? LABEL.formatted("") : "");
        int start = line.length();
        for (String word : plain(text).split(" ")) {
            if (line.length() > start && line.length() + 1 + word.length() > columns) {
                wrapped.add(line.toString());
                line = new StringBuilder(next);
                start = next.length();
            }
            line.append(line.length() > start ? " " : "").append(word);
        }
        wrapped.add(line.toString());
        return wrapped;
    }

    private String escape(String code, String text) {
        return colours ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
