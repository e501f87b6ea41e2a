package org.concurrencylab.environment;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks whether a service is there. */
final class HttpProbe implements AutoCloseable {

    static final int OK = 200;
    static final int LAST_SUCCESS = 299;
    static final int NONE = -1;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** The status of a GET, or {@link #NONE} without an answer. */
    int status(URI url) {
        return send(HttpRequest.newBuilder(url).GET());
    }

    /** The status of a PUT of JSON, or {@link #NONE} without an answer. */
    int put(URI url, String json) {
        return send(HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    private int send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return NONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NONE;
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
