package org.concurrencylab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.concurrencylab.api.Book;
import org.concurrencylab.contract.fixture.WithLabResources;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two orders that meet for sure, to tell a service whose orders are wrong on purpose from one whose are not. A lock on
 * the row holds back whoever writes, and nobody who reads, until both have come to write.
 */
@ExtendWith(ContractParameters.Resolver.class)
@WithLabResources
public abstract class TwoOrders {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String LOCK = "select stock from books where id = ? for update";

    private static final String WRITERS = """
            select count(*)
            from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'
            """;

    /** Where {@code @QuarkusTest} has started the service. */
    @TestHTTPResource
    URI application;

    private Api api;

    /** Connects to the service. */
    @BeforeEach
    final void connect(ContractParameters parameters) {
        api = new Api(parameters.target(application));
    }

    /** Leaves the database as it was. */
    @AfterEach
    final void removeBooks() {
        api.removeBooks();
    }

    /** What is left of so many copies after two orders of one copy each, both accepted. */
    protected final int stockAfterTwoOrdersAtOnceOf(int stock) throws Exception {
        Book book = api.newBook(stock);
        try (Connection database = database();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            database.setAutoCommit(false);
            lock(database, book);
            Future<List<Reply>> orders = threads.submit(() -> api.atOnce(2, () -> api.order(book, 1)));
            awaitTwoWriters();
            database.rollback();
            assertThat(orders.get()).allSatisfy(reply -> reply.hasStatus(201));
        }
        return api.read(book).stock();
    }

    /** How the request for one seller's offer ends. */
    protected final int statusOfAnOffer() {
        return api.get(Api.path(api.newBook()) + "/offer").status();
    }

    private static void lock(Connection database, Book book) throws SQLException {
        try (PreparedStatement lock = database.prepareStatement(LOCK)) {
            lock.setLong(1, book.id());
            lock.execute();
        }
    }

    private static void awaitTwoWriters() throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (Connection database = database();
                PreparedStatement count = database.prepareStatement(WRITERS)) {
            while (writers(count) < 2) {
                assertThat(System.nanoTime()).as("time until both orders wait").isLessThan(deadline);
                Thread.sleep(10);
            }
        }
    }

    private static int writers(PreparedStatement count) throws SQLException {
        try (ResultSet rows = count.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static Connection database() throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }
}
