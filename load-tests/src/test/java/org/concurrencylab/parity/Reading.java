package org.concurrencylab.parity;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the text of a setting is to be read, so that two spellings of one value become equal texts. */
enum Reading {
    TEXT,
    /** A duration whose bare number counts seconds, as in Quarkus and pgjdbc. */
    SECONDS,
    /** A duration whose bare number counts milliseconds, as in PostgreSQL and the MicroProfile REST client. */
    MILLISECONDS,
    /** PostgreSQL's statement_timeout, given as an option of the connection. */
    STATEMENT_TIMEOUT_OPTION,
    /** The use of a statement from which pgjdbc prepares it; only the first means what a plain yes means elsewhere. */
    FROM_FIRST_USE;

    private static final String OPTION = "-c statement_timeout=";
    private static final Pattern DURATION = Pattern.compile("(\\d+)\\s*(ms|s|m|min|h)?");

    String canonical(String value) {
        return switch (this) {
            case TEXT -> value;
            case SECONDS -> duration(value, "s");
            case MILLISECONDS -> duration(value, "ms");
            case STATEMENT_TIMEOUT_OPTION ->
                value.startsWith(OPTION) ? duration(value.substring(OPTION.length()), "ms") : value;
            case FROM_FIRST_USE -> String.valueOf(value.equals("1"));
        };
    }

    private static String duration(String value, String bareUnit) {
        Matcher matcher = DURATION.matcher(value.strip());
        if (!matcher.matches()) {
            return value;
        }
        long number = Long.parseLong(matcher.group(1));
        String unit = matcher.group(2) == null ? bareUnit : matcher.group(2);
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number).toString();
            case "s" -> Duration.ofSeconds(number).toString();
            case "h" -> Duration.ofHours(number).toString();
            default -> Duration.ofMinutes(number).toString();
        };
    }
}
