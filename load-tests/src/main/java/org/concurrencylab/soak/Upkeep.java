package org.concurrencylab.soak;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.concurrencylab.environment.Database;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.LiveHeap;
import org.concurrencylab.environment.ServiceProcess;

/**
 * What is done to all at the same, rare instants, while no latency is read: a full collection in each contender, and
 * for the database, which runs without autovacuum, what keeps its tables from growing.
 *
 * @param database whose orders are thrown away: the API has no request that does
 * @param services whose heaps are collected
 */
record Upkeep(Database database, List<ServiceProcess> services) {

    /** What each heap holds after it, in bytes; null where the JVM does not tell. */
    List<Double> heaps() throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Double>> collections = services.stream()
                    .map(service -> (Callable<Double>) () -> bytes(service.pid()))
                    .toList();
            List<Double> heaps = new ArrayList<>();
            for (Future<Double> heap : threads.invokeAll(collections)) {
                heaps.add(heap.get());
            }
            return heaps;
        } catch (ExecutionException e) {
            throw new LabFailure("A heap cannot be read: " + e.getCause() + ".", e);
        }
    }

    private static Double bytes(long pid) {
        var bytes = LiveHeap.bytes(pid);
        return bytes.isPresent() ? Double.valueOf(bytes.getAsLong()) : null;
    }

    /** @throws LabFailure when the database refuses */
    void tidy() {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : List.of("delete from orders", "vacuum analyze books, orders", "checkpoint")) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new LabFailure("The tables cannot be tidied: " + e.getMessage() + ".", e);
        }
    }
}
