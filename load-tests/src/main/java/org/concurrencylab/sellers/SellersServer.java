package org.concurrencylab.sellers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.net.BindException;
import java.util.concurrent.CompletionException;
import org.concurrencylab.api.SellerBehaviour;

/**
 * A running stub of the external service, on one event loop, which no waiting request occupies.
 *
 * <p>{@code GET /quotes/{isbn}}, {@code GET} and {@code PUT /control}, {@code GET /stats}, {@code GET /health}.
 */
public final class SellersServer implements AutoCloseable {

    /** The address that only this machine reaches. */
    public static final String LOOPBACK = "127.0.0.1";

    /** Room for 10,000 connections that arrive at once; the kernel caps it at {@code net.core.somaxconn}. */
    private static final int ACCEPT_BACKLOG = 16_384;

    private final Vertx vertx;
    private final HttpServer server;
    private final String host;

    private SellersServer(Vertx vertx, HttpServer server, String host) {
        this.vertx = vertx;
        this.server = server;
        this.host = host;
    }

    /**
     * Starts the stub on the loopback address.
     *
     * @param port 0 for any free port
     * @throws IOException with one sentence, when the port is taken
     * @throws IllegalArgumentException with one sentence, when a field of the behaviour is out of its range
     */
    public static SellersServer start(int port, SellerBehaviour behaviour) throws IOException {
        return start(LOOPBACK, port, behaviour);
    }

    /**
     * Starts the stub on an address of this machine, for instance {@code 0.0.0.0} in a container.
     *
     * @throws IOException with one sentence, when the port is taken or the host is none of this machine's
     */
    public static SellersServer start(String host, int port, SellerBehaviour behaviour) throws IOException {
        BehaviourJson.valid(behaviour);
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        try {
            var options = new HttpServerOptions().setAcceptBacklog(ACCEPT_BACKLOG);
            HttpServer server = vertx.createHttpServer(options).requestHandler(new Routes(vertx, behaviour)::handle);
            return new SellersServer(vertx, await(server.listen(port, host)), host);
        } catch (CompletionException failed) {
            await(vertx.close());
            throw new IOException(sentence(failed.getCause(), host, port), failed.getCause());
        }
    }

    /** Where it listens, for instance {@code http://127.0.0.1:41234}. */
    public String url() {
        return "http://" + host + ":" + server.actualPort();
    }

    /** Closes all connections, those that wait for an answer included. */
    @Override
    public void close() {
        await(vertx.close());
    }

    private static String sentence(Throwable cause, String host, int port) {
        return cause instanceof BindException
                        && String.valueOf(cause.getMessage()).contains("in use")
                ? "Port %d on %s is taken.".formatted(port, host)
                : "Cannot listen on %s port %d: %s.".formatted(host, port, cause.getMessage());
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
