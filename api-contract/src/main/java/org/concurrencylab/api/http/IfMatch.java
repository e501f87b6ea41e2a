package org.concurrencylab.api.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concurrencylab.api.ProblemType;

/**
 * The header {@code If-Match} of a change (RFC 9110, 13.1.1), held to one strong entity tag: with {@code *} or a list a
 * caller would overwrite a change that it has not seen.
 *
 * @param version the version that the change is based on
 */
public record IfMatch(long version) {

    private static final Pattern STRONG_TAG = Pattern.compile("\\s*\"(0|[1-9]\\d{0,17})\"\\s*");

    /** Reads the header. Throws a 400 naming {@code If-Match}. */
    public static IfMatch fromString(String text) {
        Matcher tag = STRONG_TAG.matcher(text);
        if (!tag.matches()) {
            throw ProblemException.invalid("If-Match", "must be the ETag of the book that you read, such as \"3\"");
        }
        return new IfMatch(Long.parseLong(tag.group(1)));
    }

    /** The version of a header that must be there. Throws a 428 when it is null. */
    public static long version(IfMatch header) {
        if (header == null) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_REQUIRED, "Read the book and send its ETag in the header If-Match.");
        }
        return header.version;
    }
}
