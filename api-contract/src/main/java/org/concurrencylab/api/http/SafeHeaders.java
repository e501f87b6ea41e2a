package org.concurrencylab.api.http;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * What every answer to a readable head says, refusals included: that its type is not to be guessed, for a cover is what
 * somebody has sent, and that a kept copy is to be asked about with its ETag before it is used. One handler of our own,
 * because the framework would call one for each header.
 */
@Singleton
public class SafeHeaders {

    /** Before all that may refuse a request. */
    private static final int FIRST = Integer.MIN_VALUE;

    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence NO_CACHE = HttpHeaders.createOptimized("no-cache");

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(SafeHeaders::add);
    }

    void register(@Observes ManagementInterface management) {
        register(management.router());
    }

    private static void add(RoutingContext request) {
        request.response().headers().set(CONTENT_TYPE_OPTIONS, NOSNIFF).set(HttpHeaders.CACHE_CONTROL, NO_CACHE);
        request.next();
    }
}
