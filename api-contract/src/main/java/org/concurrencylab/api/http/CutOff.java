package org.concurrencylab.api.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** Ends connections of callers who do not take their answers. */
public final class CutOff {

    private CutOff() {}

    /**
     * Ends the connection unless the answer has by then been taken, or the caller has left.
     *
     * @param longest from now on
     * @param alsoThen what else to do when that time is over, on an event loop
     */
    public static void after(Duration longest, RoutingContext request, Runnable alsoThen) {
        Vertx vertx = request.vertx();
        long timer = vertx.setTimer(longest.toMillis(), late -> {
            endConnection(request.request());
            alsoThen.run();
        });
        request.addEndHandler(ended -> vertx.cancelTimer(timer));
        if (request.response().closed()) {
            vertx.cancelTimer(timer);
        }
    }

    /**
     * Ends it at once. Vert.x's own close, also of the channel, first waits until all that was written has been taken.
     */
    private static void endConnection(HttpServerRequest request) {
        if (request.connection() instanceof ConnectionBase connection) {
            connection.channelHandlerContext().close();
        }
    }
}
