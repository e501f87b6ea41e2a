package org.concurrencylab.books;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.Forecast;
import org.concurrencylab.api.PriceForecast;
import org.concurrencylab.api.http.ForecastRequest;

/**
 * Computes forecasts on the request's own thread, for which nobody else waits. No more are computed at once than there
 * are processors, in the order in which they came: more would not end sooner, and would leave an event loop, which
 * takes and refuses requests, one small part of the CPU among them all.
 */
@Singleton
@Startup
class Forecaster {

    private final Semaphore turns;
    private final Duration timeout;

    Forecaster(LabConfig lab) {
        turns = new Semaphore(ForecastRequest.atOnce(lab.forecastsAtOnce()), true);
        timeout = lab.forecastTimeout();
    }

    /** The forecast for the book's price. Throws 503 when its turn does not come in time. */
    Forecast forecast(Book book, int paths) {
        awaitTurn();
        try {
            return PriceForecast.of(book, paths);
        } finally {
            turns.release();
        }
    }

    private void awaitTurn() {
        try {
            if (!turns.tryAcquire(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                throw ForecastRequest.waitedTooLong();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ForecastRequest.waitedTooLong();
        }
    }
}
