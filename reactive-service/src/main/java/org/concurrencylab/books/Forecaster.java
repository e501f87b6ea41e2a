package org.concurrencylab.books;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.Forecast;
import org.concurrencylab.api.PriceForecast;
import org.concurrencylab.api.http.ForecastRequest;
import org.concurrencylab.api.wrong.ForecastThread;

/**
 * Computes forecasts on threads of their own, away from the event loop: all other requests of a loop would wait for it.
 * There are as many of them as processors, and take the forecasts in the order in which they came: more would not end
 * sooner, and would leave the event loop one small part of the CPU among them all.
 */
@Singleton
@Startup
class Forecaster {

    private final ExecutorService threads;
    private final Executor workers;
    private final Duration timeout;

    Forecaster(LabConfig lab, ForecastThread thread) {
        threads = Executors.newFixedThreadPool(
                ForecastRequest.atOnce(lab.forecastsAtOnce()),
                Thread.ofPlatform().daemon().name("forecast-", 0).factory());
        workers = thread.insteadOf(threads);
        timeout = lab.forecastTimeout();
    }

    /** The forecast for the book's price. Fails with 503 when its turn does not come in time. */
    Uni<Forecast> forecast(Book book, int paths) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(workers)
                .ifNoItem()
                .after(timeout)
                .failWith(ForecastRequest::waitedTooLong)
                .map(turn -> PriceForecast.of(book, paths));
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
