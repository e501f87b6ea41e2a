package org.concurrencylab.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.concurrencylab.api.Problem;
import org.concurrencylab.api.ProblemType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses at once what a service has no room for ({@code lab.requests-under-way}), instead of letting it queue without
 * end: for a worker thread, for a connection of the pool, for memory. It counts what is under way, waiting included,
 * and does so on the event loop before anything is dispatched, so that a service whose threads are all busy still
 * refuses, alike under every concurrency model. Who is let in waits for no longer than the limit divided by the rate at
 * which requests are carried (Little's law). Health, metrics and whatever else is not below {@code /books} is never
 * refused.
 */
@ApplicationScoped
public class RequestLimit {

    /** Before {@link RequestGuard}, which may read a body. */
    private static final int BEFORE_ALL_ELSE = -200;

    private static final CharSequence RETRY_AFTER = HttpHeaders.createOptimized("Retry-After");

    private final int most;
    private final Buffer full;
    private final Buffer ending;
    private final Vertx vertx;
    private final Duration delay;
    private final AtomicInteger underWay = new AtomicInteger();

    private volatile boolean ends;

    RequestLimit(
            ObjectMapper json,
            Vertx vertx,
            @ConfigProperty(name = "lab.requests-under-way") int most,
            @ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> delay)
            throws JsonProcessingException {
        this.most = AtLeastOne.of("lab.requests-under-way", most);
        this.vertx = vertx;
        this.delay = delay.orElse(Duration.ZERO);
        full = problem(json, "Too many requests are under way; wait as Retry-After says, then repeat.");
        ending = problem(json, "The service is ending; wait as Retry-After says, then repeat.");
    }

    private static Buffer problem(ObjectMapper json, String detail) throws JsonProcessingException {
        return Buffer.buffer(json.writeValueAsBytes(Problem.of(ProblemType.OVERLOADED, detail)));
    }

    void register(@Observes Router router) {
        router.route("/books*").order(BEFORE_ALL_ELSE).handler(this::admit);
    }

    private void admit(RoutingContext request) {
        if (underWay.incrementAndGet() > most || ends) {
            underWay.decrementAndGet();
            refuse(request);
        } else {
            // Called once, when the answer is sent or the caller has gone.
            request.addEndHandler(ended -> underWay.decrementAndGet());
            request.next();
        }
    }

    private void refuse(RoutingContext request) {
        // Nobody reads the body, and until it has passed the connection could carry no other request.
        request.request().resume();
        if (ends) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        request.response()
                .setStatusCode(ProblemType.OVERLOADED.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(RETRY_AFTER, String.valueOf(ProblemException.RETRY_AFTER_SECONDS))
                .end(ends ? ending : full);
    }

    /**
     * The framework waits for a moment without a request, and then closes all connections, those of the requests
     * included that have come since. So none are let in any more once it waits, which is when the delay that a cluster
     * needs is over.
     */
    void finish(@Observes ShutdownDelayInitiatedEvent event) {
        if (delay.isZero()) {
            ends = true;
        } else {
            vertx.setTimer(delay.toMillis(), over -> ends = true);
        }
    }
}
