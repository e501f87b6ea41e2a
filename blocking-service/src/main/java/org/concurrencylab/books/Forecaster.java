package org.concurrencylab.books;

import jakarta.inject.Singleton;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.Forecast;
import org.concurrencylab.api.PriceForecast;

/** Computes forecasts on the request's own thread, for which nobody else waits. */
@Singleton
class Forecaster {

    /** The forecast for the book's price. */
    Forecast forecast(Book book, int paths) {
        return PriceForecast.of(book, paths);
    }
}
