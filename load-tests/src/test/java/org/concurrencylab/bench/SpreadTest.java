package org.concurrencylab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void takesTheMiddleOfAnOddNumberOfFigures() {
        assertThat(Spread.of(List.of(9.0, 1.0, 3.0))).hasValue(new Spread(3, 1, 9));
    }

    @Test
    void takesTheMeanOfTheTwoMiddleFiguresOfAnEvenNumber() {
        assertThat(Spread.of(List.of(4.0, 1.0, 9.0, 2.0))).hasValue(new Spread(3, 1, 9));
    }

    @Test
    void isEmptyWithoutFigures() {
        assertThat(Spread.of(List.of())).isEmpty();
    }

    @Test
    void printsTheMedianAndTheExtremes() {
        assertThat(new Spread(31_240.4, 30_100, 32_000).format(0)).isEqualTo("31,240 [30,100–32,000]");
    }
}
