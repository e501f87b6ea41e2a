package org.concurrencylab.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.api.Test;

class PersistenceTest {

    @Test
    void isWhatTheConfigurationSays() {
        assertThat(Persistence.of("hibernate", null, null)).isInstanceOf(HibernateBookStore.class);
        assertThat(Persistence.of("driver", null, null)).isInstanceOf(DriverBookStore.class);
    }

    @Test
    void isNothingElse() {
        assertThatThrownBy(() -> Persistence.of("Driver", null, null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Cannot start with lab.persistence=Driver; it must be hibernate or driver.");
    }
}
