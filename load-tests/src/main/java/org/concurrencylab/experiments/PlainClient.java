package org.concurrencylab.experiments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.concurrencylab.environment.LabFailure;

/** Single requests, where a load generator would be too much: what one of them takes, and what it says. */
public final class PlainClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final double NANOS_PER_MILLI = 1e6;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /**
     * An answer.
     *
     * @param status of HTTP
     * @param body as text
     * @param millis from the request to the whole answer, in milliseconds
     * @param retryAfter when to come again, as the answer's header says; empty without one
     */
    public record Reply(int status, String body, double millis, String retryAfter) {
        /** The body, read. */
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new LabFailure("Not JSON: " + body, e);
            }
        }
    }

    /**
     * Asks.
     *
     * @throws LabFailure without an answer
     */
    public Reply get(URI service, String path) {
        return send(HttpRequest.newBuilder(service.resolve(path)));
    }

    /**
     * Sends.
     *
     * @param body written as JSON
     * @throws LabFailure without an answer
     */
    public Reply post(URI service, String path, Object body) {
        return send(HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(text(body))));
    }

    /**
     * Replaces.
     *
     * @param version that the change is based on
     * @param body written as JSON
     * @throws LabFailure without an answer
     */
    public Reply put(URI service, String path, long version, Object body) {
        return send(HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "application/json")
                .header("If-Match", "\"" + version + "\"")
                .PUT(BodyPublishers.ofString(text(body))));
    }

    private static String text(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new LabFailure("Cannot write " + body + " as JSON.", e);
        }
    }

    private Reply send(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(PATIENCE).build();
        try {
            long begin = System.nanoTime();
            var answer = client.send(request, BodyHandlers.ofString());
            double millis = (System.nanoTime() - begin) / NANOS_PER_MILLI;
            String retryAfter = answer.headers().firstValue("Retry-After").orElse("");
            return new Reply(answer.statusCode(), answer.body(), millis, retryAfter);
        } catch (IOException e) {
            throw new LabFailure("No answer from " + request.uri() + ": " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabFailure("The request to " + request.uri() + " was interrupted.", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
