package org.concurrencylab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.RuntimeFacts;

/**
 * What tells a service that does wrong on purpose from one that does not. Two orders meet for sure: a lock on the row
 * holds back whoever writes, and nobody who reads, until both have come to write.
 */
public abstract class Mistakes extends ServiceChecks {

    private static final String LOCK = "select stock from books where id = ? for update";

    /** What takes long enough to be looked at. */
    private static final String FORECAST = "/forecast?paths=100000";

    /** What is left of so many copies after two orders of one copy each, both accepted. */
    protected final int stockAfterTwoOrdersAtOnceOf(int stock) throws Exception {
        Book book = api().newBook(stock);
        try (Connection database = ServiceDatabase.connect();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            database.setAutoCommit(false);
            lock(database, book);
            Future<List<Reply>> orders = threads.submit(() -> api().atOnce(2, () -> api().order(book, 1)));
            ServiceDatabase.awaitWaiting(2);
            database.rollback();
            assertThat(orders.get()).allSatisfy(reply -> reply.hasStatus(201));
        }
        return api().read(book).stock();
    }

    /** How the request for one seller's offer ends. */
    protected final int statusOfAnOffer() {
        return api().get(Api.path(api().newBook()) + "/offer").status();
    }

    /** The kind of thread that computes a forecast. */
    protected final String threadOfAForecast() throws Exception {
        String path = Api.path(api().newBook()) + FORECAST;
        return ForecastingThread.kindDuring(() -> api().get(path).hasStatus(200));
    }

    /** The kind of thread that serves a request. */
    protected final String threadOfARequest() {
        return api().get("/runtime").hasStatus(200).as(RuntimeFacts.class).thread();
    }

    private static void lock(Connection database, Book book) throws SQLException {
        try (PreparedStatement lock = database.prepareStatement(LOCK)) {
            lock.setLong(1, book.id());
            lock.execute();
        }
    }
}
