package org.concurrencylab.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.concurrencylab.api.SellerBehaviour;

/**
 * The control of the external service.
 *
 * @param url where it answers
 */
record Sellers(URI url) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Makes the external service behave so from now on, for everyone who calls it. */
    void behave(SellerBehaviour behaviour) {
        // Not HTTP/2: closing a client that was upgraded to it can wait for the server's idle timeout.
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/control"))
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString(JSON.writeValueAsString(behaviour)))
                    .build();
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                throw new AssertionError("PUT " + url + "/control answered " + status);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
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

    /** No request is answered. */
    void hang() {
        behave(new SellerBehaviour(0, 0, 0, 1));
    }

    /** Every request is answered at once. */
    void heal() {
        behave(SellerBehaviour.PROMPT);
    }
}
