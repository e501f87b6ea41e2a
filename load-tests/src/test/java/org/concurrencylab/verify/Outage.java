package org.concurrencylab.verify;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.concurrencylab.environment.Database;

/**
 * PostgreSQL ends every connection while each service has an order that waits in its transaction.
 *
 * @param order the status of that order
 * @param afterwards the status of the last of the reads that followed: they end with the first that succeeds
 */
record Outage(int order, int afterwards) {

    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * Ends the connections and answers with what came of it, in the order of the services.
     *
     * @throws IllegalStateException when an order that failed has taken copies nevertheless
     */
    static List<Outage> of(List<URI> services, Database database) throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                Connection operator = database.connect();
                Statement sql = operator.createStatement()) {
            int stock = number(sql, "select stock from books where id = 1");
            operator.setAutoCommit(false);
            sql.execute("select from books where id = 1 for update");
            List<CompletableFuture<HttpResponse<Void>>> orders = services.stream()
                    .map(service -> client.sendAsync(order(service), BodyHandlers.discarding()))
                    .toList();
            until(() -> number(sql, "select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                    == services.size());
            sql.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where backend_type = 'client backend' and pid <> pg_backend_pid()");
            List<Outage> outages = new ArrayList<>();
            for (int i = 0; i < services.size(); i++) {
                int order = orders.get(i).join().statusCode();
                outages.add(new Outage(order, statusInTheEnd(client, services.get(i))));
            }
            operator.rollback();
            if (number(sql, "select stock from books where id = 1") != stock) {
                throw new IllegalStateException("An order that failed has taken copies from the stock.");
            }
            return outages;
        }
    }

    /** A pool may first find out, connection by connection, what it has lost. */
    private static int statusInTheEnd(HttpClient client, URI service) throws Exception {
        int[] last = {0};
        until(() -> (last[0] = status(client, service)) == OK);
        return last[0];
    }

    private static HttpRequest order(URI service) {
        return HttpRequest.newBuilder(service.resolve("/books/1/orders"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"quantity\":1}"))
                .timeout(PATIENCE)
                .build();
    }

    private static int status(HttpClient client, URI service) throws IOException, InterruptedException {
        HttpRequest read = HttpRequest.newBuilder(service.resolve("/books/1"))
                .timeout(PATIENCE)
                .build();
        return client.send(read, BodyHandlers.discarding()).statusCode();
    }

    private static int number(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** What does not come to hold shows in the outcome. */
    private static void until(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call() && System.nanoTime() < deadline) {
            Thread.sleep(Duration.ofMillis(10));
        }
    }
}
