package org.concurrencylab.grade;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.concurrencylab.environment.LabFailure;

/** Requests at the same time, each on a thread of its own. */
final class Crowd implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * An answer and when it came.
     *
     * @param value of the request
     * @param nanos on the clock of {@link System#nanoTime}
     */
    record Timed<T>(T value, long nanos) {}

    /** Sends one. */
    <T> Future<Timed<T>> send(Supplier<T> request) {
        return threads.submit(() -> new Timed<>(request.get(), System.nanoTime()));
    }

    /** Waits for the answer of one. */
    static <T> Timed<T> answer(Future<Timed<T>> request) {
        try {
            return request.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LabFailure failure
                    ? failure
                    : new LabFailure("A request failed: " + e.getCause() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabFailure("A request was interrupted.", e);
        }
    }

    /** Waits for the answers of all, in the order of the requests. */
    static <T> List<T> answers(List<Future<Timed<T>>> requests) {
        return requests.stream().map(request -> answer(request).value()).toList();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
