package org.concurrencylab.simulations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private final Properties properties = new Properties();

    @Test
    void needsNothingButTheAddress() {
        properties.setProperty("baseUrl", "http://localhost:8081/");

        Settings settings = Settings.of(properties);

        assertThat(settings).isEqualTo(new Settings("http://localhost:8081", 200, Duration.ofSeconds(10)));
    }

    @Test
    void asksForAMissingAddress() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(properties))
                .withMessageContaining("-DbaseUrl=");
    }

    @ParameterizedTest
    @CsvSource({
        "baseUrl,localhost:8081",
        "baseUrl,ftp://localhost",
        "baseUrl,http://",
        "rate,0",
        "rate,many",
        "duration,-1"
    })
    void saysWhichSettingIsWrong(String name, String value) {
        properties.setProperty("baseUrl", "http://localhost:8081");
        properties.setProperty(name, value);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(properties))
                .withMessageContaining(value);
    }

    @Test
    void saysWhereNothingListens() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
            BaseUrl.requireListening("http://127.0.0.1:" + closed);
        }

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BaseUrl.requireListening("http://127.0.0.1:" + closed))
                .withMessageContaining("No service answers at http://127.0.0.1:" + closed);
    }
}
