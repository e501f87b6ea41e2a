package org.concurrencylab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.concurrencylab.api.Book;
import org.concurrencylab.api.Forecast;
import org.concurrencylab.api.PriceForecast;
import org.concurrencylab.api.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /books/{id}/forecast}: work for the CPU whose result can be told beforehand. */
interface ForecastContract extends ContractChecks {

    /** A book's forecast may not depend on who computes it; this one was computed when the formula was written. */
    @Test
    default void computesTheSameForecastAsEveryOther() {
        Book known = new Book(7, "9780000000071", "Title 7", "Author 7", 759, 1, 0);
        assertThat(PriceForecast.of(known, 1000)).isEqualTo(new Forecast(7, 1000, 757, 624, 909));
        for (int i = 0; i < 3; i++) {
            Book book = api().newBook();
            assertThat(forecast(book, "?paths=1000")).isEqualTo(PriceForecast.of(book, 1000));
            assertThat(api().read(book)).isEqualTo(book);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 19, 20, 21, 100_000})
    default void simulatesAsManyPathsAsAsked(int paths) {
        Book book = api().newBook();
        assertThat(forecast(book, "?paths=" + paths)).isEqualTo(PriceForecast.of(book, paths));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?paths="})
    default void simulatesAThousandPathsUnasked(String query) {
        Book book = api().newBook();
        assertThat(forecast(book, query)).isEqualTo(PriceForecast.of(book, 1000));
    }

    @Test
    default void followsThePriceOfTheBook() {
        Book book = api().newBook();
        for (int price : new int[] {0, 1, 100_000_000}) {
            book = api().put(book, BookJson.of(book).with("priceCents", price).text())
                    .hasStatus(200)
                    .book();
            assertThat(forecast(book, "")).isEqualTo(PriceForecast.of(book, 1000));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "100001", "4294967297", "1.5", "1e3", "ten", "%201", "0x10"})
    default void refusesABadNumberOfPaths(String paths) {
        Book book = api().newBook();
        api().get(Api.path(book) + "/forecast?paths=" + paths).blames("paths");
    }

    @Test
    default void knowsNoForecastForNoBook() {
        Book book = api().newBook();
        api().delete(book).hasStatus(204);
        api().get(Api.path(book) + "/forecast").isProblem(ProblemType.NOT_FOUND);
        api().get("/books/0/forecast").isProblem(ProblemType.NOT_FOUND);
        api().get("/books/x/forecast").isProblem(ProblemType.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({"POST, 405", "PUT, 405", "DELETE, 405", "HEAD, 200"})
    default void answersOtherMethodsOfAForecast(String method, int status) {
        String path = Api.path(api().newBook()) + "/forecast";
        api().call(method, path).send().hasStatus(status);
    }

    @Test
    default void forecastsInJsonOnly() {
        String path = Api.path(api().newBook()) + "/forecast";
        api().call("GET", path).header("Accept", "image/*").send().isProblem(ProblemType.NOT_ACCEPTABLE);
    }

    private Forecast forecast(Book book, String query) {
        return api().get(Api.path(book) + "/forecast" + query).hasStatus(200).as(Forecast.class);
    }
}
