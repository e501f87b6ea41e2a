package org.concurrencylab.api.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;

/** Ends connections of callers who do not take their answers. */
public final class CutOff {

    private CutOff() {}

    /**
     * Ends it at once. Vert.x's own close, also of the channel, first waits until all that was written has been taken.
     */
    public static void connectionOf(HttpServerRequest request) {
        if (request.connection() instanceof ConnectionBase connection) {
            connection.channelHandlerContext().close();
        }
    }
}
