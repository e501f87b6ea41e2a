package org.concurrencylab.sellers;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.concurrencylab.api.SellerBehaviour;

/** Speaks to a stub as a parent process would. */
record StubClient(HttpClient http, String url) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper MAPPER = new JsonMapper();

    static StubClient of(String url) {
        return new StubClient(HttpClient.newHttpClient(), url);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        return http.send(request(method, path, body), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> later(String path) {
        return http.sendAsync(request("GET", path, ""), BodyHandlers.ofString());
    }

    void behave(SellerBehaviour behaviour) throws IOException, InterruptedException {
        int status =
                send("PUT", "/control", MAPPER.writeValueAsString(behaviour)).statusCode();
        if (status != 200) {
            throw new IllegalStateException("PUT /control answered " + status);
        }
    }

    SellersStats stats() throws IOException, InterruptedException {
        return MAPPER.readValue(get("/stats").body(), SellersStats.class);
    }

    /** Waits until the stub's figures are as expected; fails by the last ones seen when they never are. */
    SellersStats await(Predicate<SellersStats> expected) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            SellersStats stats = stats();
            if (expected.test(stats)) {
                return stats;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not reached: " + stats);
            }
            Thread.sleep(10);
        }
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .method(method, BodyPublishers.ofString(body))
                .timeout(PATIENCE)
                .build();
    }
}
