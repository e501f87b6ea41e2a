package org.concurrencylab.api.http;

import io.vertx.core.http.HttpClosedException;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;

/** Whether a request failed because its caller left before it had the answer: no fault of ours. */
final class HasLeft {

    private HasLeft() {}

    /** Anything else that fails after a caller has left is as much of a fault as before. */
    static boolean explains(Throwable failure, RoutingContext request) {
        if (request == null || !isOver(request)) {
            return false;
        }
        return failure instanceof HttpClosedException
                || failure instanceof IOException
                || failure instanceof IllegalStateException
                        && request.response().headWritten();
    }

    /** The answer learns of the end of its connection on the event loop, later than a thread whose write fails. */
    private static boolean isOver(RoutingContext request) {
        return request.response().closed()
                || request.request().connection() instanceof ConnectionBase connection
                        && !connection.channelHandlerContext().channel().isActive();
    }
}
