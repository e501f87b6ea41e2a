package org.concurrencylab.compare;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.concurrencylab.api.RuntimeFacts;
import org.concurrencylab.environment.LabFailure;

/** Asks a service what it is. */
final class RuntimeFactsClient {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private RuntimeFactsClient() {}

    /**
     * The answer of {@code GET /runtime}.
     *
     * @throws LabFailure when there is none
     */
    static RuntimeFacts ask(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/runtime"))
                .timeout(PATIENCE)
                .build();
        // Not HTTP/2: closing a client that was upgraded to it can wait for the server's idle timeout.
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return new ObjectMapper()
                    .readValue(client.send(request, BodyHandlers.ofString()).body(), RuntimeFacts.class);
        } catch (IOException e) {
            // A refused connection has no message.
            String why = e.getMessage() == null ? "no answer" : e.getMessage();
            throw new LabFailure("GET " + url + "/runtime gives no facts: " + why + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabFailure("The run was interrupted.", e);
        }
    }
}
