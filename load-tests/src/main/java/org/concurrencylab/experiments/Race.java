package org.concurrencylab.experiments;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.concurrencylab.environment.LabFailure;

/**
 * Many users order copies of one book at the same time, and afterwards the copies are counted: those that were sold but
 * are still there are lost updates.
 */
final class Race {
    private static final int USERS = 32;
    private static final int ORDERS_EACH = 25;
    private static final int STOCK = 100_000;

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
     * @throws LabFailure when the service does not answer as its API promises
     */
    static Outcome run(URI service) {
        try (PlainClient client = new PlainClient();
                ExecutorService users = Executors.newVirtualThreadPerTaskExecutor()) {
            Shop shop = new Shop(client, service);
            long book = shop.newBook(STOCK);
            List<Future<Integer>> orders = new ArrayList<>();
            for (int user = 0; user < USERS; user++) {
                orders.add(users.submit(() -> order(shop, book)));
            }
            int sold = 0;
            for (Future<Integer> accepted : orders) {
                sold += accepted.get();
            }
            return new Outcome(sold, STOCK - shop.stock(book));
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

    private static int order(Shop shop, long book) {
        int accepted = 0;
        for (int i = 0; i < ORDERS_EACH; i++) {
            accepted += shop.order(book) == Shop.CREATED ? 1 : 0;
        }
        return accepted;
    }
}
