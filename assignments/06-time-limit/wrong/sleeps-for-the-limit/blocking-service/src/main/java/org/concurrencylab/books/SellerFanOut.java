package org.concurrencylab.books;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.concurrencylab.api.SellerQuote;
import org.concurrencylab.api.http.SellerAnswer;
import org.concurrencylab.api.http.SellerProblems;
import org.concurrencylab.api.http.TimeLimit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks many sellers and waits for all of them. Each call blocks a thread: one of its own where threads are virtual, one
 * of a pool that all requests share where they are not, the caller's where that pool has one only.
 */
@Singleton
@Startup
class SellerFanOut {

    private static final long IDLE_SECONDS = 60;

    private final ExecutorService threads;
    private final Duration timeout;

    @Inject
    SellerFanOut(
            LabConfig lab,
            @ConfigProperty(name = "quarkus.virtual-threads.enabled", defaultValue = "true") boolean virtual) {
        threads = threads(virtual, lab.fanOutThreads(), lab.fanOutQueue());
        timeout = lab.fanOutTimeout();
    }

    SellerFanOut(ExecutorService threads, Duration timeout) {
        this.threads = threads;
        this.timeout = timeout;
    }

    static ExecutorService threads(boolean virtual, int most, int queue) {
        if (virtual) {
            return Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("fan-out-", 0).factory());
        }
        if (most == 1) {
            return new CallerExecutor();
        }
        ThreadFactory factory = Thread.ofPlatform().daemon().name("fan-out-", 0).factory();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                most, most, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(queue), factory);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** The answers that came in time, of sellers 1 to the number given. Throws 503 when the pool has no room. */
    List<SellerAnswer> ask(int sellers, TimeLimit limit, IntFunction<SellerQuote> quotes) {
        List<Callable<SellerAnswer>> calls = IntStream.rangeClosed(1, sellers)
                .<Callable<SellerAnswer>>mapToObj(seller -> () -> answer(seller, quotes))
                .toList();
        try {
            if (limit.most() != null) {
                List<Future<SellerAnswer>> asked =
                        calls.stream().map(threads::submit).toList();
                Thread.sleep(limit.within(timeout));
                asked.forEach(answer -> answer.cancel(true));
                return asked.stream()
                        .filter(answer -> !answer.isCancelled())
                        .map(answer -> resultOf(answer))
                        .toList();
            }
            // Interrupts, at the deadline or when there is no room for all, those that still run.
            List<Future<SellerAnswer>> answers = threads.invokeAll(
                    calls, limit.within(timeout).toNanos(), TimeUnit.NANOSECONDS);
            return answers.stream()
                    .filter(answer -> !answer.isCancelled())
                    .map(answer -> resultOf(answer))
                    .toList();
        } catch (RejectedExecutionException e) {
            throw SellerProblems.overloaded(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SellerProblems.overloaded(e);
        }
    }

    private static SellerAnswer answer(int seller, IntFunction<SellerQuote> quotes) {
        try {
            return SellerAnswer.of(seller, quotes.apply(seller));
        } catch (RuntimeException e) {
            return SellerAnswer.failed(seller, e);
        }
    }

    private static SellerAnswer resultOf(Future<SellerAnswer> answer) {
        if (answer.state() == Future.State.FAILED) {
            throw new IllegalStateException(answer.exceptionNow());
        }
        return answer.resultNow();
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /** Does one call after another on the thread that asks, which for so long can do nothing else. */
    private static final class CallerExecutor extends AbstractExecutorService {

        @Override
        public void execute(Runnable call) {
            call.run();
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return false;
        }
    }
}
