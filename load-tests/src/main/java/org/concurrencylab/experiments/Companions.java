package org.concurrencylab.experiments;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Users who ask a service for one thing while others are measured. They run in this program, beside the load generator,
 * and what becomes of their requests is counted apart.
 */
final class Companions implements AutoCloseable {
    /** Longer than any service makes them wait. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int OK = 200;
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final double MICROS_PER_MILLI = 1_000;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Integer, LongAdder> answers = new ConcurrentHashMap<>();
    private final Histogram refusedMicros = new ConcurrentHistogram(SIGNIFICANT_DIGITS);
    private final AtomicInteger underWay = new AtomicInteger();
    private final HttpRequest request;
    private final long periodNanos;

    private Companions(URI url, Duration period) {
        request = HttpRequest.newBuilder(url).timeout(PATIENCE).build();
        periodNanos = period.toNanos();
    }

    /**
     * Begins at once.
     *
     * @param service where it answers
     * @param path of the GET request that all of them send
     * @param users how many there are; their first requests are spread over the period
     * @param period between the begins of two requests of one user, or more if the answer takes longer; zero for none
     */
    static Companions begin(URI service, String path, int users, Duration period) {
        Companions companions = new Companions(service.resolve(path), period);
        long begin = System.nanoTime();
        for (int user = 0; user < users; user++) {
            long first = begin + period.toNanos() * user / users;
            companions.threads.submit(() -> companions.ask(first));
        }
        return companions;
    }

    private void ask(long first) {
        long next = first;
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(next - System.nanoTime());
            if (System.nanoTime() >= next) {
                askOnce();
                next = Math.max(next + periodNanos, System.nanoTime());
            }
        }
    }

    private void askOnce() {
        underWay.incrementAndGet();
        try {
            long sent = System.nanoTime();
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status != OK) {
                refusedMicros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - sent));
            }
            answers.computeIfAbsent(status, any -> new LongAdder()).increment();
        } catch (IOException e) {
            // Nobody there to answer: that is the service's business, and shows in what is measured.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            underWay.decrementAndGet();
        }
    }

    /** Requests that wait for their answer now. */
    int underWay() {
        return underWay.get();
    }

    /** Good answers so far. */
    long answered() {
        return answers.getOrDefault(OK, new LongAdder()).sum();
    }

    /** Other answers so far. */
    long refused() {
        return answers.values().stream().mapToLong(LongAdder::sum).sum() - answered();
    }

    /** In what time that share of the other answers came, in milliseconds; NaN when there was none. */
    double refusedMillis(double percent) {
        return refused() == 0 ? Double.NaN : refusedMicros.getValueAtPercentile(percent) / MICROS_PER_MILLI;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        client.shutdownNow();
    }
}
