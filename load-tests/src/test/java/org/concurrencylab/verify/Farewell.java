package org.concurrencylab.verify;

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
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.concurrencylab.environment.Database;
import org.concurrencylab.environment.ServiceProcess;

/**
 * A service is asked to end while orders wait in their transactions.
 *
 * @param orders the statuses of those orders
 * @param late the status of an order that comes only then
 * @param sold copies that are gone from the stock
 * @param exitCode of its process
 */
record Farewell(List<Integer> orders, int late, int sold, int exitCode) {

    static final int ORDERS = 5;

    /** Of a JVM that a SIGTERM has ended. */
    static final int ENDED_BY_SIGTERM = 143;

    /** What Quarkus logs then. */
    private static final String WAITS = "Waiting for HTTP requests to complete";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static Farewell of(ServiceProcess service, Database database) throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                Connection operator = database.connect();
                Statement sql = operator.createStatement()) {
            int stock = number(sql, "select stock from books where id = 2");
            operator.setAutoCommit(false);
            sql.execute("select from books where id = 2 for update");
            List<CompletableFuture<HttpResponse<Void>>> orders = IntStream.range(0, ORDERS)
                    .mapToObj(i -> client.sendAsync(order(service.url()), BodyHandlers.discarding()))
                    .toList();
            until(() -> number(sql, "select count(*) from pg_stat_activity where wait_event_type = 'Lock'") == ORDERS);
            ProcessHandle.of(service.pid()).ifPresent(ProcessHandle::destroy);
            // Only then is it sure that the end has begun before the orders are done.
            until(() -> service.process().output().stream().anyMatch(line -> line.contains(WAITS)));
            int late =
                    client.send(order(service.url()), BodyHandlers.discarding()).statusCode();
            operator.rollback();
            List<Integer> statuses =
                    orders.stream().map(order -> order.join().statusCode()).toList();
            return new Farewell(
                    statuses,
                    late,
                    stock - number(sql, "select stock from books where id = 2"),
                    service.process().waitFor());
        }
    }

    private static HttpRequest order(URI service) {
        return HttpRequest.newBuilder(service.resolve("/books/2/orders"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"quantity\":1}"))
                .timeout(PATIENCE)
                .build();
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
