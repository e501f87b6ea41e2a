package org.concurrencylab.api.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Ends the connections of callers who do not get on: who connect and say nothing, or send a request byte by byte. The
 * framework's idle timeout begins anew with each byte. What a caller does after its request is there in full is not
 * looked at here, and a connection may rest between two requests for as long as the idle timeout allows.
 */
@Singleton
public class CallerDeadlines {

    /** Before all that may refuse a request. */
    private static final int FIRST = Integer.MIN_VALUE;

    private final Vertx vertx;
    private final Duration head;
    private final Duration body;

    CallerDeadlines(
            Vertx vertx,
            @ConfigProperty(name = "callers.head-timeout") Duration head,
            @ConfigProperty(name = "callers.body-timeout") Duration body) {
        this.vertx = vertx;
        this.head = head;
        this.body = body;
    }

    void watch(@Observes Router router) {
        router.route().order(FIRST).handler(CallerDeadlines::headIsThere);
    }

    void watch(@Observes ManagementInterface management) {
        watch(management.router());
    }

    /** Vert.x shows a connection when its first request is there; who never sends one is seen by the socket only. */
    void listen(@ObservesAsync HttpServerStart started) {
        for (EventExecutor loop : ((VertxInternal) vertx).getAcceptorEventLoopGroup()) {
            loop.execute(() ->
                    ((SingleThreadEventLoop) loop).registeredChannelsIterator().forEachRemaining(this::guard));
        }
    }

    private void guard(Channel channel) {
        if (channel instanceof ServerChannel && channel.pipeline().get(Entrance.class) == null) {
            channel.pipeline().addFirst(new Entrance());
        }
    }

    private static void headIsThere(RoutingContext request) {
        if (request.request().connection() instanceof ConnectionBase connection) {
            Deadline deadline = connection.channelHandlerContext().pipeline().get(Deadline.class);
            if (deadline != null) {
                deadline.requestBegins(request.request());
                request.addEndHandler(ended -> deadline.requestEnds());
            }
        }
        request.next();
    }

    private static boolean hasBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    /** Sees every connection that a socket accepts. */
    private final class Entrance extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object accepted) {
            ((Channel) accepted).pipeline().addLast(new Deadline());
            context.fireChannelRead(accepted);
        }
    }

    /**
     * What one connection owes: a head, a body, or nothing. Changed on its event loop, but for the end of an answer.
     */
    private final class Deadline extends ChannelInboundHandlerAdapter {

        private final AtomicInteger underWay = new AtomicInteger();
        private boolean headOwed;
        private long headSince;
        private HttpServerRequest incoming;
        private long bodySince;
        private Future<?> next;

        @Override
        public void handlerAdded(ChannelHandlerContext context) {
            headBegins();
            check(context);
        }

        @Override
        public void handlerRemoved(ChannelHandlerContext context) {
            next.cancel(false);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            // Costs a request no timer, but a look at the clock.
            if (!headOwed && underWay.get() == 0 && !bodyIsOwed()) {
                headBegins();
            }
            context.fireChannelRead(bytes);
        }

        void requestBegins(HttpServerRequest request) {
            headOwed = false;
            underWay.incrementAndGet();
            if (hasBody(request)) {
                incoming = request;
                bodySince = System.nanoTime();
            }
        }

        void requestEnds() {
            underWay.decrementAndGet();
        }

        private void headBegins() {
            headOwed = true;
            headSince = System.nanoTime();
        }

        /** Also after its answer, which may come before the whole body. */
        private boolean bodyIsOwed() {
            if (incoming != null && incoming.isEnded()) {
                incoming = null;
            }
            return incoming != null;
        }

        /** Whatever begins after this look cannot be late before the next one. */
        private void check(ChannelHandlerContext context) {
            long now = System.nanoTime();
            long left = Math.min(head.toNanos(), body.toNanos());
            if (bodyIsOwed()) {
                left = Math.min(left, bodySince + body.toNanos() - now);
            } else if (headOwed) {
                left = Math.min(left, headSince + head.toNanos() - now);
            }
            if (left > 0) {
                next = context.executor().schedule(() -> check(context), left, TimeUnit.NANOSECONDS);
            } else {
                context.close();
            }
        }
    }
}
