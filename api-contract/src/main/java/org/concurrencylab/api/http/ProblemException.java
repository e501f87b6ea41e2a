package org.concurrencylab.api.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.concurrencylab.api.Problem;
import org.concurrencylab.api.ProblemType;
import org.concurrencylab.api.Violation;

/** Ends a request with a problem. It carries the finished answer, so it needs no mapper. */
public class ProblemException extends WebApplicationException {

    /** Seconds that a caller should wait before trying again. */
    static final int RETRY_AFTER_SECONDS = 1;

    private static final int SERVICE_UNAVAILABLE = 503;

    private final ProblemType type;

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, null);
    }

    public ProblemException(ProblemType type, String detail, Throwable cause) {
        super(detail, cause, response(Problem.of(type, detail)));
        this.type = type;
    }

    private ProblemException(Problem invalid) {
        super(invalid.detail(), response(invalid));
        this.type = ProblemType.INVALID_REQUEST;
    }

    /** An invalid header, parameter or field. */
    public static ProblemException invalid(String field, String message) {
        return new ProblemException(Problem.invalid(List.of(new Violation(field, message))));
    }

    /** No such book. */
    public static ProblemException noSuchBook() {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no such book; GET /books lists those there are.");
    }

    /** The kind of problem. */
    public ProblemType type() {
        return type;
    }

    /** The answer that carries a problem. */
    static Response response(Problem problem) {
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (problem.status() == SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return answer.build();
    }
}
