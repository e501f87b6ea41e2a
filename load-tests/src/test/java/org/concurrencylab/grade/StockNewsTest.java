package org.concurrencylab.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.grade.EventLines.Event;
import org.junit.jupiter.api.Test;

class StockNewsTest {

    @Test
    void ofTwoStatesTheHigherVersionCountsWhicheverComesFirst() {
        StockNews news = StockNews.of(List.of(stock(7, 5, 2), stock(7, 6, 1), stock(8, 9, 1), stock(8, 8, 2)));

        assertThat(news.changes()).isEqualTo(4);
        assertThat(news.unknown(Map.of(7L, 5L, 8L, 8L))).isZero();
    }

    @Test
    void aStockThatIsNotTheLastIsUnknownAndSoIsOneNeverHeardOf() {
        StockNews news = StockNews.of(List.of(stock(7, 5, 2)));

        assertThat(news.unknown(Map.of(7L, 4L, 9L, 1L))).isEqualTo(2);
    }

    @Test
    void countsHowOftenSomethingWasMissed() {
        StockNews news = StockNews.of(List.of(new Event("missed", "{}"), stock(7, 5, 2), new Event("other", "x")));

        assertThat(news.misses()).isEqualTo(1);
        assertThat(news.changes()).isEqualTo(1);
    }

    @Test
    void dataThatIsNoJsonIsAFailure() {
        assertThatThrownBy(() -> StockNews.of(List.of(new Event("stock", "five"))))
                .isInstanceOf(LabFailure.class)
                .hasMessageContaining("five");
    }

    private static Event stock(long book, int stock, long version) {
        return new Event("stock", "{\"id\":%d,\"stock\":%d,\"version\":%d}".formatted(book, stock, version));
    }
}
