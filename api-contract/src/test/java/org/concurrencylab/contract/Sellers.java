package org.concurrencylab.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.concurrencylab.api.SellerBehaviour;

/**
 * The control of the external service.
 *
 * @param url where it answers
 */
record Sellers(URI url) {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Makes the external service behave so from now on, for everyone who calls it. */
    void behave(SellerBehaviour behaviour) {
        try {
            exchange("/control", "PUT", BodyPublishers.ofString(JSON.writeValueAsString(behaviour)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many requests were answered 500 since the external service was started. */
    long failed() {
        try {
            return JSON.readTree(exchange("/stats", "GET", BodyPublishers.noBody()))
                    .path("failed")
                    .asLong();
        } catch (JsonProcessingException e) {
            throw new AssertionError("GET " + url + "/stats answered no JSON", e);
        }
    }

    private String exchange(String path, String method, BodyPublisher body) {
        // Not HTTP/2: closing a client that was upgraded to it can wait for the server's idle timeout.
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                    .header("Content-Type", "application/json")
                    .timeout(PATIENCE)
                    .method(method, body)
                    .build();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError(method + " " + url + path + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new AssertionError("The sellers at " + url + " cannot be controlled: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Every request is answered 500. */
    void fail() {
        behave(new SellerBehaviour(0, 0, 1, 0));
    }

    /** So many of all requests, by chance, are answered 500. */
    void failAt(double rate) {
        behave(new SellerBehaviour(0, 0, rate, 0));
    }

    /** No request is answered. */
    void hang() {
        behave(new SellerBehaviour(0, 0, 0, 1));
    }

    /** Every request is answered at once. */
    void heal() {
        behave(SellerBehaviour.PROMPT);
    }
}
