package org.concurrencylab.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The body of every error, {@code application/problem+json} (RFC 9457).
 *
 * @param type names the kind of problem for programs, see {@link ProblemType#uri()}
 * @param title the kind of problem for people
 * @param status the HTTP status
 * @param detail what happened and what the caller can do
 * @param violations what is wrong with the request; null unless it was invalid
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, List<Violation> violations) {

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem of the given type. */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type.uri(), type.title(), type.status(), detail, null);
    }

    /** An invalid request. */
    public static Problem invalid(List<Violation> violations) {
        ProblemType type = ProblemType.INVALID_REQUEST;
        return new Problem(type.uri(), type.title(), type.status(), "Mend what violations lists.", violations);
    }
}
