package org.concurrencylab.api.http;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Sends clients elsewhere before the service ends. While {@code quarkus.shutdown.delay} runs, requests are still
 * answered, and each answer asks its client to close the connection: a kept one would reach this process, and no other
 * replica, until it is refused. Costs nothing before.
 */
@Singleton
public class Drain {

    private static final int FIRST = Integer.MIN_VALUE;

    private volatile Router router;

    void remember(@Observes Router all) {
        router = all;
    }

    void begin(@Observes ShutdownDelayInitiatedEvent event) {
        Router all = router;
        if (all != null) {
            all.route().order(FIRST).handler(request -> {
                request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
                request.next();
            });
        }
    }
}
