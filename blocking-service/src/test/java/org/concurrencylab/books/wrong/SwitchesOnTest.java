package org.concurrencylab.books.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.concurrencylab.contract.Mistakes;
import org.concurrencylab.contract.fixture.WrongOnPurpose;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WrongOnPurpose.class)
class SwitchesOnTest extends Mistakes {

    @Test
    void loseOneOfTwoOrdersThatHaveReadTheSameStock() throws Exception {
        assertThat(stockAfterTwoOrdersAtOnceOf(10)).isEqualTo(9);
    }

    @Test
    void offerWhatTheSellerAsksAllTheSame() {
        assertThat(statusOfAnOffer()).isEqualTo(200);
    }

    @Test
    void computeForecastsOnTheThreadThatServesTheRequest() throws Exception {
        assertThat(threadOfAForecast()).isEqualTo(threadOfARequest());
    }
}
