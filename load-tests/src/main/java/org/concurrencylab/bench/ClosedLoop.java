package org.concurrencylab.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientConnection;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnectOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * Keep-alive connections that each send their next request when the last was answered, without pipelining.
 *
 * <p>All connections and all figures belong to one event loop; the methods may be called from any other thread.
 */
final class ClosedLoop implements AutoCloseable {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(1);
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final long RECONNECT_MILLIS = 100;
    private static final int OK = 200;

    private final Vertx vertx;
    private final Context loop;
    private final HttpClientAgent client;
    private final CostTarget target;
    private final MultiMap headers;
    private final SplittableRandom random = new SplittableRandom();
    private Histogram latencies = histogram();
    private long failures;
    private boolean closed;

    private ClosedLoop(Vertx vertx, CostTarget target, MultiMap headers) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setPipelining(false).setConnectTimeout(5_000));
        this.target = target;
        this.headers = headers;
    }

    /**
     * Connects and starts to send.
     *
     * @throws CostException when the service cannot be reached
     */
    static ClosedLoop start(Vertx vertx, CostTarget target, int connections, MultiMap headers) {
        var closedLoop = new ClosedLoop(vertx, target, headers);
        List<Future<HttpClientConnection>> opening = new ArrayList<>();
        try {
            closedLoop.on(() -> {
                for (int i = 0; i < connections; i++) {
                    opening.add(closedLoop.connect());
                }
                return Future.all(opening);
            });
        } catch (RuntimeException unreachable) {
            closedLoop.close();
            throw new CostException(
                    "%s cannot be reached at %s port %d.".formatted(target.name(), target.host(), target.port()),
                    unreachable);
        }
        closedLoop.on(() -> {
            opening.forEach(connection -> closedLoop.send(connection.result()));
            return Future.succeededFuture();
        });
        return closedLoop;
    }

    /** What was answered since the last call. */
    Window take() {
        return on(() -> {
            var window = new Window(latencies, failures);
            latencies = histogram();
            failures = 0;
            return Future.succeededFuture(window);
        });
    }

    /**
     * @param latencies of the answers 200, in microseconds
     * @param failures answers other than 200, and connections that failed
     */
    record Window(Histogram latencies, long failures) {}

    @Override
    public void close() {
        on(() -> {
            closed = true;
            return Future.succeededFuture();
        });
        client.close().toCompletionStage().toCompletableFuture().join();
    }

    private void send(HttpClientConnection connection) {
        if (closed) {
            return;
        }
        long sent = System.nanoTime();
        var request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setURI(target.path(random))
                .setHeaders(headers);
        connection
                .request(request)
                .compose(started -> started.send())
                .compose(response -> response.end().map(response.statusCode()))
                .onComplete(answer -> {
                    if (answer.failed()) {
                        failed();
                    } else {
                        record(answer.result(), sent);
                        send(connection);
                    }
                });
    }

    private void record(int status, long sent) {
        if (status == OK) {
            latencies.recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - sent) / 1_000));
        } else {
            failures++;
        }
    }

    private void failed() {
        if (closed) {
            return;
        }
        failures++;
        vertx.setTimer(RECONNECT_MILLIS, due -> connect().onSuccess(this::send).onFailure(refused -> failed()));
    }

    private Future<HttpClientConnection> connect() {
        return client.connect(new HttpConnectOptions().setHost(target.host()).setPort(target.port()));
    }

    private <T> T on(Supplier<Future<T>> action) {
        var promise = Promise.<T>promise();
        loop.runOnContext(ran -> action.get().onComplete(promise));
        return promise.future().toCompletionStage().toCompletableFuture().join();
    }

    private static Histogram histogram() {
        return new Histogram(LONGEST_MICROS, SIGNIFICANT_DIGITS);
    }
}
