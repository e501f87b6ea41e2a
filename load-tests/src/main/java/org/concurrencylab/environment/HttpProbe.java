package org.concurrencylab.environment;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Asks whether a service is there, and for short texts. */
public final class HttpProbe implements AutoCloseable {

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

    /** The body of a GET; empty without an answer of status 200. */
    public Optional<String> text(URI url) {
        return send(HttpRequest.newBuilder(url).GET(), HttpResponse.BodyHandlers.ofString())
                .filter(answer -> answer.statusCode() == OK)
                .map(HttpResponse::body);
    }

    private int send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.discarding())
                .map(HttpResponse::statusCode)
                .orElse(NONE);
    }

    private <T> Optional<HttpResponse<T>> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return Optional.of(client.send(request.timeout(PATIENCE).build(), body));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
