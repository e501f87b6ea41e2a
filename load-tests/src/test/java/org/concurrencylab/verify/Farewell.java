package org.concurrencylab.verify;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.concurrencylab.environment.Await;
import org.concurrencylab.environment.Database;
import org.concurrencylab.environment.ServiceProcess;

/**
 * A service is asked to end while orders wait in their transactions, each for a book of its own: what becomes of orders
 * of the same book is another question, and what a hand-out begins with.
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

    private static final int FIRST = 2;
    private static final String THEIR_BOOKS =
            " from books where id between %d and %d".formatted(FIRST, FIRST + ORDERS - 1);
    private static final String STOCK = "select sum(stock)" + THEIR_BOOKS;

    /** What Quarkus logs then. */
    private static final String WAITS = "Waiting for HTTP requests to complete";

    static Farewell of(ServiceProcess service, Database database) throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                Operator operator = new Operator(database)) {
            int stock = operator.number(STOCK);
            operator.begin();
            operator.execute("select" + THEIR_BOOKS + " for update");
            List<CompletableFuture<HttpResponse<Void>>> orders = IntStream.range(FIRST, FIRST + ORDERS)
                    .mapToObj(book -> client.sendAsync(Operator.order(service.url(), book), BodyHandlers.discarding()))
                    .toList();
            operator.awaitWaiting(ORDERS);
            ProcessHandle.of(service.pid()).ifPresent(ProcessHandle::destroy);
            // Only then is it sure that the end has begun before the orders are done.
            Await.until(
                    () -> service.process().output().stream().anyMatch(line -> line.contains(WAITS)),
                    Operator.PATIENCE);
            int late = client.send(Operator.order(service.url(), FIRST), BodyHandlers.discarding())
                    .statusCode();
            operator.rollback();
            List<Integer> statuses =
                    orders.stream().map(order -> order.join().statusCode()).toList();
            return new Farewell(
                    statuses,
                    late,
                    stock - operator.number(STOCK),
                    service.process().waitFor());
        }
    }
}
