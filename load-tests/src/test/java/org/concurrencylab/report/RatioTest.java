package org.concurrencylab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.concurrencylab.report.Ratio.Difference;
import org.concurrencylab.report.Ratio.Pair;
import org.junit.jupiter.api.Test;

class RatioTest {

    /** Student's sleep data (Biometrika 1908): R's t.test gives a mean of 1.58 and [0.7001142, 2.4598858]. */
    @Test
    void agreesWithStudentsOwnExample() {
        List<Pair> pairs = DoubleStream.of(1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4)
                .mapToObj(hours -> new Pair(Math.exp(hours), 1))
                .toList();

        Ratio ratio = Ratio.of(pairs);

        assertThat(Math.log(ratio.value())).isCloseTo(1.58, within(1e-9));
        assertThat(Math.log(ratio.low())).isCloseTo(0.7001142, within(1e-6));
        assertThat(Math.log(ratio.high())).isCloseTo(2.4598858, within(1e-6));
        assertThat(ratio.blocks()).isEqualTo(10);
    }

    @Test
    void takesTheGeometricMean() {
        assertThat(Ratio.of(List.of(new Pair(8, 2), new Pair(1, 1), new Pair(2, 4)))
                        .value())
                .isCloseTo(Math.cbrt(4.0 * 1.0 * 0.5), within(1e-12));
    }

    @Test
    void givesNoIntervalForFewerThanThreeBlocks() {
        Ratio ratio = Ratio.of(List.of(new Pair(2, 1), new Pair(2, 1)));

        assertThat(ratio.low()).isNaN();
        assertThat(ratio.difference()).isEqualTo(Difference.TOO_FEW_BLOCKS);
        assertThat(Format.ratio(ratio)).isEqualTo("2.00× (2 blocks, no interval)");
    }

    @Test
    void showsNoDifferenceWhenTheIntervalHoldsOne() {
        assertThat(Ratio.of(List.of(new Pair(1.2, 1), new Pair(0.9, 1), new Pair(1.05, 1)))
                        .difference())
                .isEqualTo(Difference.NOT_SHOWN);
    }

    @Test
    void tellsMoreFromLess() {
        assertThat(Ratio.of(List.of(new Pair(2.0, 1), new Pair(2.1, 1), new Pair(2.05, 1)))
                        .difference())
                .isEqualTo(Difference.MORE);
        assertThat(Ratio.of(List.of(new Pair(1, 2.0), new Pair(1, 2.1), new Pair(1, 2.05)))
                        .difference())
                .isEqualTo(Difference.LESS);
    }

    @Test
    void callsADifferenceWithinOnePercentNegligible() {
        assertThat(Ratio.of(Collections.nCopies(3, new Pair(1.002, 1))).difference())
                .isEqualTo(Difference.NEGLIGIBLE);
    }

    @Test
    void leavesOutPairsThatHaveNoRatio() {
        Ratio ratio = Ratio.of(List.of(new Pair(3, 1), new Pair(0, 1), new Pair(1, 0), new Pair(Double.NaN, 1)));

        assertThat(ratio.blocks()).isEqualTo(1);
        assertThat(ratio.value()).isCloseTo(3, within(1e-12));
    }

    @Test
    void saysNothingWithoutAPair() {
        assertThat(Format.ratio(Ratio.of(List.of()))).isEqualTo("–");
    }
}
