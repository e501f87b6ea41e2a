package org.concurrencylab.verify;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.concurrencylab.environment.Await;
import org.concurrencylab.environment.Database;
import org.concurrencylab.simulations.Isbn;

/**
 * PostgreSQL ends every connection while each service has an order that waits in its transaction, and a new book that
 * waits in its commit.
 *
 * @param order the status of that order
 * @param book the status of that new book
 * @param afterwards the status of the last of the reads that followed: they end with the first that succeeds
 */
record Outage(int order, int book, int afterwards) {

    private static final int OK = 200;

    /** A lock that is taken by the last thing a transaction does. */
    private static final String COMMIT_WAITS = """
            create function wait_for_commit() returns trigger language plpgsql as
            $$ begin perform pg_advisory_xact_lock(1); return null; end $$;
            create constraint trigger wait_for_commit after insert on books deferrable initially deferred
            for each row execute function wait_for_commit()
            """;

    private static final String COMMIT_RUNS = "drop trigger wait_for_commit on books; drop function wait_for_commit()";

    private static final int FIRST_ISBN = 999_999_000;

    /**
     * Ends the connections and answers with what came of it, in the order of the services.
     *
     * @throws IllegalStateException when an order that failed has taken copies nevertheless, or a book is there
     */
    static List<Outage> of(List<URI> services, Database database) throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                Operator operator = new Operator(database)) {
            int stock = operator.number("select stock from books where id = 1");
            int books = operator.number("select count(*) from books");
            operator.execute(COMMIT_WAITS);
            operator.begin();
            operator.execute("select pg_advisory_xact_lock(1)");
            operator.execute("select from books where id = 1 for update");
            List<CompletableFuture<HttpResponse<Void>>> orders = services.stream()
                    .map(service -> client.sendAsync(Operator.order(service, 1), BodyHandlers.discarding()))
                    .toList();
            List<CompletableFuture<HttpResponse<Void>>> created = IntStream.range(0, services.size())
                    .mapToObj(i -> client.sendAsync(book(services.get(i), i), BodyHandlers.discarding()))
                    .toList();
            operator.awaitWaiting(2 * services.size());
            operator.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where backend_type = 'client backend' and pid <> pg_backend_pid()");
            List<Outage> outages = new ArrayList<>();
            for (int i = 0; i < services.size(); i++) {
                int order = orders.get(i).join().statusCode();
                int book = created.get(i).join().statusCode();
                outages.add(new Outage(order, book, statusInTheEnd(client, services.get(i))));
            }
            operator.rollback();
            operator.execute(COMMIT_RUNS);
            operator.commit();
            if (operator.number("select stock from books where id = 1") != stock
                    || operator.number("select count(*) from books") != books) {
                throw new IllegalStateException("A write that failed has been made nevertheless.");
            }
            return outages;
        }
    }

    /** A pool may first find out, connection by connection, what it has lost. */
    private static int statusInTheEnd(HttpClient client, URI service) {
        int[] last = {0};
        Await.until(() -> (last[0] = status(client, service)) == OK, Operator.PATIENCE);
        return last[0];
    }

    private static HttpRequest book(URI service, int number) {
        String json = """
                {"isbn":"%s","title":"Never there","author":"Nobody","priceCents":1,"stock":1}""".formatted(Isbn.ofCreated(FIRST_ISBN + number));
        return HttpRequest.newBuilder(service.resolve("/books"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .timeout(Operator.PATIENCE)
                .build();
    }

    private static int status(HttpClient client, URI service) {
        HttpRequest read = HttpRequest.newBuilder(service.resolve("/books/1"))
                .timeout(Operator.PATIENCE)
                .build();
        return client.sendAsync(read, BodyHandlers.discarding()).join().statusCode();
    }
}
