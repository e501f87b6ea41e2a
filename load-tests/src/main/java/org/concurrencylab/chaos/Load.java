package org.concurrencylab.chaos;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.experiments.PlainClient;

/**
 * Customers of one service, steady and bounded: each has one request under way at most, and asks no faster than this.
 */
final class Load implements AutoCloseable {

    static final int CUSTOMERS = 40;
    static final int PER_SECOND = 400;

    /** Longer than any wait that a service allows itself, so that it ends first. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(CUSTOMERS) / PER_SECOND;

    private final PlainClient client = new PlainClient(PATIENCE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final Market market;

    private Load(URI service, Ledger ledger, AtomicLong isbns) {
        market = new Market(client, service, ledger, isbns);
    }

    /**
     * Begins.
     *
     * @param isbns counts the ISBNs that are used up
     * @throws LabFailure when the books that all want cannot be made
     */
    static Load start(URI service, Ledger ledger, AtomicLong isbns) {
        Load load = new Load(service, ledger, isbns);
        try {
            load.begin();
            return load;
        } catch (LabFailure e) {
            load.close();
            throw e;
        }
    }

    private void begin() {
        for (int counter = 0; counter < Market.COUNTERS; counter++) {
            customer(counter).open(counter);
            if (market.onSale(counter) == null) {
                throw new LabFailure("The service at " + market.url() + " makes no book: "
                        + market.outcomes().getLast().kind() + ".");
            }
        }
        for (int number = 0; number < CUSTOMERS; number++) {
            threads.execute(customer(Market.COUNTERS + number));
        }
    }

    private Customer customer(long seed) {
        return new Customer(market, open::get, PERIOD_NANOS, seed);
    }

    /** Sends nothing more, waits until each request has ended and tells how each did. */
    List<Outcome> stop() {
        open.set(false);
        threads.close();
        return market.outcomes();
    }

    @Override
    public void close() {
        open.set(false);
        threads.shutdownNow();
        client.close();
    }
}
