package org.concurrencylab.generator;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.concurrencylab.simulations.Mix;
import org.junit.jupiter.api.Test;

class SliceRequestTest {

    private static final String URL = "http://127.0.0.1:8081";

    @Test
    void refusesARateThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request(URL, -1, 1))
                .withMessage("The rate cannot be -1.0.");
    }

    @Test
    void refusesAUrlThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request("localhost", 1, 1))
                .withMessageContaining("\"localhost\"");
    }

    @Test
    void refusesALoadWithoutASingleRequest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request(URL, 0.5, 1))
                .withMessageContaining("no request");
    }

    private static SliceRequest request(String url, double rate, double measuredSeconds) {
        return new SliceRequest(url, Mix.CRUD, rate, 0, 0, measuredSeconds, 1, true, 1);
    }
}
