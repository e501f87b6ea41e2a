package org.concurrencylab.books;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.Forecast;
import org.concurrencylab.api.PriceForecast;
import org.concurrencylab.api.wrong.ForecastThread;

/**
 * Computes forecasts on Quarkus's worker threads, away from the event loop: all other requests of a loop would wait for
 * it. These are the threads that blocking-service has, bounded by the same setting, so that neither service computes
 * with more of them.
 */
@Singleton
class Forecaster {

    private final Executor workers;

    Forecaster(ForecastThread thread) {
        workers = thread.insteadOf(Infrastructure.getDefaultExecutor());
    }

    /** The forecast for the book's price. */
    Uni<Forecast> forecast(Book book, int paths) {
        return Uni.createFrom().item(() -> PriceForecast.of(book, paths)).runSubscriptionOn(workers);
    }
}
