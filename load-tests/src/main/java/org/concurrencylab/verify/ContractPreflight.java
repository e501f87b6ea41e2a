package org.concurrencylab.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Questions that are asked before, or beside, the suite: is there such a service, and do several describe one API? */
public final class ContractPreflight {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private ContractPreflight() {}

    /** Why the URL is not worth a run of the suite, in one sentence; empty when it answers like the API. */
    public static Optional<String> objection(URI service) {
        try {
            HttpResponse<String> answer = get(service, "/books?limit=1");
            boolean speaks = answer.statusCode() == 200
                    && new ObjectMapper().readTree(answer.body()).has("items");
            return speaks ? Optional.empty() : Optional.of(noSuchApi(service, "status " + answer.statusCode()));
        } catch (JsonProcessingException e) {
            return Optional.of(noSuchApi(service, "something that is no JSON"));
        } catch (IOException e) {
            return Optional.of("Nothing answers at " + service + ". Start the service, or mend the URL.");
        }
    }

    /** Why the sellers cannot be made to fail, in one sentence; empty when they can. */
    public static Optional<String> objectionToSellers(URI sellers) {
        try {
            int status = get(sellers, "/control").statusCode();
            return status == 200
                    ? Optional.empty()
                    : Optional.of("No sellers stub is at " + sellers + ": GET /control answers status " + status + ".");
        } catch (IOException e) {
            return Optional.of("Nothing answers at " + sellers + ". Start the sellers, or leave --sellers out.");
        }
    }

    /** What differs between the OpenAPI documents that the services serve, one sentence each. */
    public static List<String> differingDocuments(List<URI> services) {
        Map<URI, String> documents = new LinkedHashMap<>();
        for (URI service : services) {
            try {
                documents.put(service, get(service, "/q/openapi").body());
            } catch (IOException e) {
                documents.put(service, "");
            }
        }
        return documents.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(documents.get(services.getFirst())))
                .map(entry ->
                        entry.getKey() + " and " + services.getFirst() + " serve different documents at /q/openapi")
                .toList();
    }

    private static String noSuchApi(URI service, String answer) {
        return "No bookshop is at " + service + ": GET /books?limit=1 answers " + answer + ".";
    }

    private static HttpResponse<String> get(URI service, String path) throws IOException {
        // Not HTTP/2: closing a client that was upgraded to it can wait for the server's idle timeout.
        try (HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build()) {
            URI uri = URI.create(service.toString().replaceAll("/+$", "") + path);
            return http.send(HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
