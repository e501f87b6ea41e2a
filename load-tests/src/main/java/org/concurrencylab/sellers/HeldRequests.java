package org.concurrencylab.sellers;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientConnection;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnectOptions;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.concurrencylab.api.SellerBehaviour;

/** Opens many connections to a stub, all at once, and then one request on each of them, all at once. */
final class HeldRequests implements AutoCloseable {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Vertx vertx = Vertx.vertx();
    private final HttpClientAgent client = vertx.createHttpClient();
    private final SellersChild sellers;
    private final HttpConnectOptions address;

    HeldRequests(SellersChild sellers) {
        this.sellers = sellers;
        URI url = URI.create(sellers.url());
        this.address = new HttpConnectOptions().setHost(url.getHost()).setPort(url.getPort());
    }

    /**
     * @param peakInFlight the most requests that waited in the stub at once
     * @param answered requests answered 200
     * @param errors connections and requests that failed or were answered otherwise
     * @param memory of the stub's process after it answered; empty where the system does not tell
     */
    record Result(int peakInFlight, long answered, long errors, Optional<ResidentMemory> memory) {}

    /**
     * @param count connections and requests
     * @param delayMillis for which the stub holds each request
     * @throws IOException when the stub's control cannot be reached
     */
    Result run(int count, int delayMillis) throws IOException {
        HttpClientConnection control = await(client.connect(address));
        Buffer behaviour = Buffer.buffer(MAPPER.writeValueAsBytes(SellerBehaviour.delayedBy(delayMillis)));
        await(control.request(HttpMethod.PUT, "/control")
                .compose(request -> request.send(behaviour).compose(HttpClientResponse::end)));
        List<Future<HttpClientConnection>> connections = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            connections.add(client.connect(address));
        }
        settle(connections);
        List<Future<Integer>> statuses = new ArrayList<>();
        for (var connection : connections) {
            statuses.add(connection.compose(HeldRequests::quote));
        }
        settle(statuses);
        var memory = ResidentMemory.of(sellers.handle().pid());
        long answered = statuses.stream()
                .filter(status -> status.succeeded() && status.result() == 200)
                .count();
        Buffer stats = await(control.request(HttpMethod.GET, "/stats")
                .compose(request -> request.send().compose(response -> response.body())));
        connections.stream()
                .filter(Future::succeeded)
                .forEach(open -> open.result().close());
        int peak = MAPPER.readValue(stats.getBytes(), SellersStats.class).peakInFlight();
        return new Result(peak, answered, count - answered, memory);
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    private static Future<Integer> quote(HttpClientConnection connection) {
        return connection
                .request(HttpMethod.GET, "/quotes/9780000000001")
                .compose(request ->
                        request.send().compose(response -> response.end().map(read -> response.statusCode())));
    }

    private static void settle(List<? extends Future<?>> futures) {
        Future.join(futures)
                .toCompletionStage()
                .toCompletableFuture()
                .handle((all, failed) -> all)
                .join();
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
