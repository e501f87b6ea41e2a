package org.concurrencylab.experiments;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.concurrencylab.api.BookInput;
import org.concurrencylab.api.OrderInput;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.simulations.Isbn;

/**
 * Many users order copies of one book at the same time, and afterwards the copies are counted: those that were sold but
 * are still there are lost updates.
 */
final class Race {
    private static final int USERS = 32;
    private static final int ORDERS_EACH = 25;
    private static final int STOCK = 100_000;
    private static final int CREATED = 201;

    private Race() {}

    /** Orders that each race sends. */
    static int orders() {
        return USERS * ORDERS_EACH;
    }

    /**
     * What one race came to.
     *
     * @param sold copies whose order was acknowledged
     * @param taken copies that are gone from the stock
     */
    record Outcome(int sold, int taken) {}

    /**
     * Makes a book and races for it.
     *
     * @param service where it answers
     * @param number of the race; each has a book of its own
     * @throws LabFailure when the service does not answer as its API promises
     */
    static Outcome run(URI service, int number) {
        try (PlainClient client = new PlainClient();
                ExecutorService users = Executors.newVirtualThreadPerTaskExecutor()) {
            BookInput input = new BookInput(Isbn.ofCreated(number), "Raced for", "Nobody", 1_000, STOCK);
            PlainClient.Reply created = client.post(service, "/books", input);
            if (created.status() != CREATED) {
                throw new LabFailure("No new book to race for at %s: status %d, %s"
                        .formatted(service, created.status(), created.body()));
            }
            String book = "/books/" + created.json().path("id").asLong();
            List<Future<Integer>> orders = new ArrayList<>();
            for (int user = 0; user < USERS; user++) {
                orders.add(users.submit(() -> order(client, service, book)));
            }
            int sold = 0;
            for (Future<Integer> accepted : orders) {
                sold += accepted.get();
            }
            int left = client.get(service, book).json().path("stock").asInt();
            return new Outcome(sold, STOCK - left);
        } catch (ExecutionException e) {
            throw new LabFailure(
                    "The race for a book at " + service + " failed: "
                            + e.getCause().getMessage(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabFailure("The race for a book was interrupted.", e);
        }
    }

    private static int order(PlainClient client, URI service, String book) {
        int accepted = 0;
        for (int i = 0; i < ORDERS_EACH; i++) {
            accepted +=
                    client.post(service, book + "/orders", new OrderInput(1)).status() == CREATED ? 1 : 0;
        }
        return accepted;
    }
}
