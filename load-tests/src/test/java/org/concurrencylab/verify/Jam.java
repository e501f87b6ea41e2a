package org.concurrencylab.verify;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.concurrencylab.environment.Database;

/**
 * PostgreSQL answers nobody for longer than the services wait, while each has more reads to make than connections.
 *
 * @param during what the reads were answered: status and media type, with their number
 * @param afterwards the status of a read once PostgreSQL answers again
 */
record Jam(Map<String, Integer> during, int afterwards) {

    /** Three times the 20 connections, so that some requests wait for PostgreSQL and some for a connection. */
    static final int READS = 60;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * Locks the table until the services have given all reads up, and answers with what came of it, service by service.
     */
    static List<Jam> of(List<URI> services, Database database) throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                Connection operator = database.connect();
                Statement sql = operator.createStatement()) {
            operator.setAutoCommit(false);
            sql.execute("lock table books in access exclusive mode");
            List<List<CompletableFuture<HttpResponse<Void>>>> reads = services.stream()
                    .map(service -> IntStream.range(0, READS)
                            .mapToObj(read -> client.sendAsync(read(service), BodyHandlers.discarding()))
                            .toList())
                    .toList();
            reads.stream().flatMap(List::stream).forEach(CompletableFuture::join);
            operator.rollback();
            return IntStream.range(0, services.size())
                    .mapToObj(i -> new Jam(
                            answers(reads.get(i).stream().map(CompletableFuture::join)),
                            client.sendAsync(read(services.get(i)), BodyHandlers.discarding())
                                    .join()
                                    .statusCode()))
                    .toList();
        }
    }

    private static Map<String, Integer> answers(Stream<HttpResponse<Void>> responses) {
        Map<String, Integer> answers = new TreeMap<>();
        responses.forEach(response -> answers.merge(
                response.statusCode() + " "
                        + response.headers().firstValue("Content-Type").orElse("")
                        + (response.headers().firstValue("Retry-After").isPresent() ? ", with Retry-After" : ""),
                1,
                Integer::sum));
        return answers;
    }

    private static HttpRequest read(URI service) {
        return HttpRequest.newBuilder(service.resolve("/books/1"))
                .timeout(PATIENCE)
                .build();
    }
}
