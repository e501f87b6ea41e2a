package org.concurrencylab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.Forecast;
import org.concurrencylab.api.PriceForecast;
import org.concurrencylab.api.ProblemType;
import org.junit.jupiter.api.Test;

/**
 * What a service under {@code @QuarkusTest} does with more forecasts than it computes at once. The subclass gives it
 * one for {@code lab.forecasts-at-once}, and a {@code lab.forecast-timeout} far shorter than the longest forecast.
 */
public abstract class ForecastTurns extends ServiceChecks {

    private static final int CALLERS = 12;
    private static final int LONGEST = 100_000;

    @Test
    final void refusesForecastsWhoseTurnDoesNotComeAndGoesOn() {
        Book book = api().newBook();
        Forecast longest = PriceForecast.of(book, LONGEST);

        List<Reply> replies = api().atOnce(CALLERS, () -> forecast(book, LONGEST));

        assertThat(replies)
                .filteredOn(reply -> reply.status() == 200)
                .isNotEmpty()
                .allSatisfy(reply -> assertThat(reply.as(Forecast.class)).isEqualTo(longest));
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 200)
                .isNotEmpty()
                .allSatisfy(reply -> {
                    reply.isProblem(ProblemType.OVERLOADED);
                    assertThat(reply.header("Retry-After")).matches("[1-9][0-9]*");
                });
        assertThat(forecast(book, 1).hasStatus(200).as(Forecast.class)).isEqualTo(PriceForecast.of(book, 1));
    }

    private Reply forecast(Book book, int paths) {
        return api().get(Api.path(book) + "/forecast?paths=" + paths);
    }
}
