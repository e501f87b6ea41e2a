package org.concurrencylab.soak;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.concurrencylab.environment.LabFailure;

/**
 * Customers of all contenders at once, in turn and at one rate, whatever becomes of those before them (an open model).
 * All of them are one event loop's, which takes some 30 µs of CPU time for each.
 */
final class Load implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 256;
    /** Shorter than what is read, so that the number of connections follows the load and not its history. */
    private static final int IDLE_SECONDS = 5;

    private static final int CONNECT_MILLIS = 5_000;
    private static final long TICK_MILLIS = 1;
    private static final double NANOS = 1e9;
    private static final long PATIENCE_SECONDS = 60;
    private static final long SEED = 7;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Context loop = vertx.getOrCreateContext();
    private final List<Shop> shops;
    private double visitsPerSecond;
    private long begun;
    private long visits;

    /** @param services in the order of all windows */
    Load(List<URI> services) {
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setKeepAliveTimeout(IDLE_SECONDS),
                new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS).setMaxWaitQueueSize(Shop.MOST_UNDER_WAY));
        AtomicLong isbns = new AtomicLong();
        shops = services.stream()
                .map(service -> new Shop(client, service, isbns, SEED))
                .toList();
    }

    /**
     * Gives books their covers and opens the doors, to nobody yet.
     *
     * @throws LabFailure when a service does not take a cover
     */
    void open() {
        await(onLoop(() -> Future.all(shops.stream().map(Load::stock).toList())
                .onSuccess(stocked -> vertx.setPeriodic(TICK_MILLIS, tick -> send()))));
    }

    private static Future<?> stock(Shop shop) {
        Future<?> stocked = Future.succeededFuture();
        for (int book = 1; book <= Shop.COVERS; book++) {
            int next = book;
            stocked = stocked.compose(done -> shop.store(next));
        }
        return stocked;
    }

    /** From now on so many customers come to each contender in a second. */
    void rate(double perSecond) {
        await(onLoop(() -> {
            visitsPerSecond = perSecond * shops.size();
            begun = System.nanoTime();
            visits = 0;
            return Future.succeededFuture();
        }));
    }

    private void send() {
        long now = System.nanoTime();
        for (long intended = next(); intended <= now; intended = next()) {
            shops.get((int) (visits % shops.size())).visit(intended);
            visits++;
        }
    }

    /** When the next customer is to come. */
    private long next() {
        return visitsPerSecond == 0 ? Long.MAX_VALUE : begun + (long) (visits / visitsPerSecond * NANOS);
    }

    /** For each contender, what became of the requests that ended since the call before. */
    List<Window> take() {
        return await(onLoop(
                () -> Future.succeededFuture(shops.stream().map(Shop::take).toList())));
    }

    /** Requests that wait for their answer, of all contenders. */
    int underWay() {
        return await(onLoop(() ->
                Future.succeededFuture(shops.stream().mapToInt(Shop::underWay).sum())));
    }

    private <T> CompletableFuture<T> onLoop(Callable<Future<T>> action) {
        CompletableFuture<T> result = new CompletableFuture<>();
        loop.runOnContext(none -> {
            try {
                action.call().onComplete(done -> {
                    if (done.succeeded()) {
                        result.complete(done.result());
                    } else {
                        result.completeExceptionally(done.cause());
                    }
                });
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    private static <T> T await(CompletableFuture<T> result) {
        try {
            return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new LabFailure("The load cannot begin: " + e.getCause().getMessage() + ".", e);
        } catch (TimeoutException e) {
            throw new LabFailure("The load does not move for " + PATIENCE_SECONDS + " s.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabFailure("The run was interrupted.", e);
        }
    }

    /** Nobody comes any more, or the last of them would find the client closed. */
    @Override
    public void close() {
        rate(0);
        await(vertx.close().toCompletionStage().toCompletableFuture());
    }
}
