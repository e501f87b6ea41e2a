package org.concurrencylab.api.http;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.concurrencylab.api.Problem;
import org.concurrencylab.api.ProblemType;
import org.concurrencylab.api.Violation;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every exception's way to a problem (RFC 9457). What callers read tells them what to do, and nothing internal. */
public class ProblemMappers {

    static final String UNREADABLE = "The request cannot be read; see GET /q/openapi.";
    static final String NO_JSON = "Send Content-Type: application/json.";

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final CurrentVertxRequest current;

    ProblemMappers(CurrentVertxRequest current) {
        this.current = current;
    }

    /** What the framework refuses: unknown paths, methods, media types, unreadable bodies. */
    @ServerExceptionMapper
    public Response refused(WebApplicationException e) {
        if (e.getResponse().getEntity() instanceof Problem) {
            return e.getResponse();
        }
        return switch (e.getResponse().getStatus()) {
            case 404 -> answer(ProblemType.NOT_FOUND, "Nothing is here; GET /q/openapi lists the requests there are.");
            case 405 -> answer(ProblemType.METHOD_NOT_ALLOWED, "This path knows other methods; see GET /q/openapi.");
            case 406 ->
                answer(
                        ProblemType.NOT_ACCEPTABLE,
                        "Accept application/json; for a cover image/png, image/jpeg and image/webp.");
            case 413 -> answer(ProblemType.BODY_TOO_LARGE, "Send a smaller body.");
            case 415 -> answer(ProblemType.UNSUPPORTED_MEDIA_TYPE, NO_JSON);
            case 500 -> unexpected(e);
            default ->
                e.getCause() instanceof IOException
                        ? ProblemException.response(Problem.invalid(JsonViolations.of(e)))
                        : answer(ProblemType.INVALID_REQUEST, UNREADABLE);
        };
    }

    /** JSON whose types do not fit. */
    @ServerExceptionMapper
    public Response unreadable(MismatchedInputException e) {
        return ProblemException.response(Problem.invalid(JsonViolations.of(e)));
    }

    /** Values that break a constraint. */
    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException e) {
        List<Violation> violations = e.getConstraintViolations().stream()
                .map(violation -> new Violation(fieldPath(violation), violation.getMessage()))
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
                .toList();
        return ProblemException.response(Problem.invalid(violations));
    }

    /** The circuit to the external service is open, or too many calls to it are under way. */
    @ServerExceptionMapper
    public Response shed(FaultToleranceException e) {
        return SellerProblems.overloaded(e).getResponse();
    }

    /** Everything else: told to the operator in full, to the caller not at all. */
    @ServerExceptionMapper
    public Response unexpected(Throwable e) {
        Response known = DatabaseProblems.of(e);
        if (known != null) {
            return known;
        }
        if (HasLeft.explains(e, current.getCurrent())) {
            LOG.debug("The caller has left", e);
        } else {
            LOG.error("Request failed", e);
        }
        return answer(ProblemType.INTERNAL, "The fault is ours and is logged; repeating the request may help.");
    }

    static Response answer(ProblemType type, String detail) {
        return ProblemException.response(Problem.of(type, detail));
    }

    /** The path without the method and parameter of ours that it begins with: callers know neither. */
    private static String fieldPath(ConstraintViolation<?> violation) {
        String path = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .filter(node -> node.getKind() == ElementKind.PROPERTY)
                .map(Path.Node::toString)
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "body" : path;
    }
}
