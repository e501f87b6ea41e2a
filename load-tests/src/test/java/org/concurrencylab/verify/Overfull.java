package org.concurrencylab.verify;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.concurrencylab.environment.Database;

/**
 * A service has as many requests under way as it may have, and is asked for more.
 *
 * @param reads how often each answer came to one read more than there is room for
 * @param newBook the answer to a POST with a body meanwhile, which would be invalid if anybody looked at it
 * @param again the same once more, on the same connection if that can still carry it
 * @param health the status of its liveness meanwhile
 */
record Overfull(Map<String, Integer> reads, String newBook, String again, int health) {

    /** What {@code lab.requests-under-way} has to be: more than the 20 connections, so that some requests queue. */
    static final int MOST = 60;

    static final int OK = 200;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Holds the reads with a lock for as long as it takes to look, which is less than the services wait. */
    static Overfull of(URI service, URI management, Database database) throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                Connection operator = database.connect();
                Statement sql = operator.createStatement()) {
            operator.setAutoCommit(false);
            sql.execute("lock table books in access exclusive mode");
            List<CompletableFuture<HttpResponse<Void>>> reads = IntStream.rangeClosed(0, MOST)
                    .mapToObj(read -> client.sendAsync(get(service, "/books/1"), BodyHandlers.discarding()))
                    .toList();
            // Only one that found no room can be answered now.
            CompletableFuture.anyOf(reads.toArray(CompletableFuture[]::new))
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            String newBook = words(client.send(badBook(service), BodyHandlers.discarding()));
            String again = words(client.send(badBook(service), BodyHandlers.discarding()));
            int health = client.send(get(management, "/q/health/live"), BodyHandlers.discarding())
                    .statusCode();
            operator.rollback();
            Map<String, Integer> answers = new TreeMap<>();
            reads.forEach(read -> answers.merge(words(read.join()), 1, Integer::sum));
            return new Overfull(answers, newBook, again, health);
        }
    }

    private static String words(HttpResponse<?> answer) {
        if (answer.statusCode() == OK) {
            return String.valueOf(OK);
        }
        String advice = answer.headers()
                .firstValue("Retry-After")
                .map(seconds -> ", after " + seconds + " s")
                .orElse("");
        return answer.statusCode() + " "
                + answer.headers().firstValue("Content-Type").orElse("") + advice;
    }

    private static HttpRequest get(URI service, String path) {
        return HttpRequest.newBuilder(service.resolve(path)).timeout(PATIENCE).build();
    }

    private static HttpRequest badBook(URI service) {
        return HttpRequest.newBuilder(service.resolve("/books"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .timeout(PATIENCE)
                .build();
    }
}
