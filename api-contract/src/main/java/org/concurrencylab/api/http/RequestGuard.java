package org.concurrencylab.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.regex.Pattern;
import org.concurrencylab.api.Problem;
import org.concurrencylab.api.ProblemType;
import org.concurrencylab.api.Violation;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Refuses bodies that are too large, or whose end cannot be told, with a problem; the framework's own check answers
 * with an empty body, or not at all.
 */
@ApplicationScoped
public class RequestGuard {

    /** Before the framework's own check, which has order -2. */
    private static final int BEFORE_BODY_LIMIT = -100;

    private static final Logger LOG = Logger.getLogger(RequestGuard.class);
    private static final int TOO_LARGE = 413;

    /** The one request whose body is larger: a cover, which its resource counts while it streams. */
    private static final Pattern COVER = Pattern.compile("/books/[^/]+/cover/?");

    /** What Vert.x reads as fields and files; no request of this API is one. */
    private static final Pattern FORM =
            Pattern.compile("multipart/|application/x-www-form-urlencoded", Pattern.CASE_INSENSITIVE);

    private final ObjectMapper json;
    private final long largestBody;
    private final BodyHandler bounded;

    RequestGuard(ObjectMapper json, @ConfigProperty(name = "lab.body-limit") MemorySize largestBody) {
        this.json = json;
        this.largestBody = largestBody.asLongValue();
        this.bounded = BodyHandler.create(false).setBodyLimit(this.largestBody);
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_BODY_LIMIT).handler(this::checkSize).failureHandler(this::refuse);
    }

    /**
     * The body of a change is read here, on the event loop and up to the limit: no worker thread waits for a caller who
     * sends slowly. Only a cover streams on to its resource.
     */
    private void checkSize(RoutingContext request) {
        String coding = request.request().getHeader(HttpHeaders.TRANSFER_ENCODING);
        if (coding != null && !coding.equalsIgnoreCase("chunked")) {
            refuseCoding(request);
        } else if (isCover(request)) {
            checkCover(request);
        } else if (lengthOf(request) > largestBody) {
            request.fail(TOO_LARGE);
        } else if (isReading(request) || (coding == null && lengthOf(request) == 0)) {
            request.next();
        } else if (isForm(request)) {
            closeAfterwards(request);
            send(request, Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, ProblemMappers.NO_JSON));
        } else {
            bounded.handle(request);
        }
    }

    /** Such a body is nothing to wait for. A DELETE's is: what breaks off may not have done its work. */
    private static boolean isReading(RoutingContext request) {
        HttpMethod method = request.request().method();
        return method == HttpMethod.GET || method == HttpMethod.HEAD;
    }

    private static boolean isForm(RoutingContext request) {
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && FORM.matcher(type).lookingAt();
    }

    /** Where such a body ends nobody can tell; who waits for its end waits for ever. */
    private void refuseCoding(RoutingContext request) {
        closeAfterwards(request);
        send(request, Problem.invalid(List.of(new Violation("Transfer-Encoding", "must be chunked, or absent"))));
    }

    private static boolean isCover(RoutingContext request) {
        return request.request().method() == HttpMethod.PUT
                && COVER.matcher(request.normalizedPath()).matches();
    }

    /** One that is little too large goes on too: its resource reads it to the end, and its caller gets an answer. */
    private void checkCover(RoutingContext request) {
        if (lengthOf(request) > CoverUpload.MOST_READ) {
            request.fail(TOO_LARGE);
        } else if (!hasReadableType(request)) {
            closeAfterwards(request);
            send(request, Problem.of(ProblemType.INVALID_REQUEST, ProblemMappers.UNREADABLE));
        } else {
            request.next();
        }
    }

    /** As the framework asks of every body that it reads itself; a cover is not always one. */
    private static boolean hasReadableType(RoutingContext request) {
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        try {
            return type == null || MediaType.valueOf(type) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static long lengthOf(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    private void refuse(RoutingContext request) {
        if (HasLeft.explains(request.failure(), request)) {
            // Nobody is left to answer, and whoever leaves often must not fill the disk with the framework's lines.
            LOG.debugf("The caller of %s has left", request.normalizedPath());
            return;
        }
        if (request.statusCode() != TOO_LARGE) {
            request.next();
            return;
        }
        long limit = isCover(request) ? CoverUpload.LARGEST : largestBody;
        closeAfterwards(request);
        send(request, Problem.of(ProblemType.BODY_TOO_LARGE, "Send at most " + limit + " bytes."));
    }

    /** The rest of the body is not read, so the connection cannot carry another request. */
    private static void closeAfterwards(RoutingContext request) {
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }

    private void send(RoutingContext request, Problem problem) {
        try {
            request.response()
                    .setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .end(json.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            request.fail(e);
        }
    }
}
