package org.concurrencylab.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class HistogramsTest {
    @Test
    void readsBackWhatItWrote() {
        Histogram histogram = new Histogram(3);
        histogram.recordValue(7);
        histogram.recordValueWithCount(1_234_567, 3);

        assertThat(Histograms.decode(Histograms.encode(histogram))).isEqualTo(histogram);
    }

    @Test
    void refusesOtherText() {
        assertThatIllegalArgumentException().isThrownBy(() -> Histograms.decode("no histogram"));
        assertThatIllegalArgumentException().isThrownBy(() -> Histograms.decode("AAAA"));
    }
}
