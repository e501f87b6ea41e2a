package org.concurrencylab.books.wrong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.api.Test;

class SwitchesTest {

    @Test
    void areOnWhereTheWrongValueIsSet() {
        assertThat(UnlockedOrders.areAskedFor("unlocked")).isTrue();
        assertThat(UnlockedOrders.areAskedFor("locked")).isFalse();
        assertThat(BlockingSellerClient.isAskedFor("blocking")).isTrue();
        assertThat(BlockingSellerClient.isAskedFor("timely")).isFalse();
    }

    @Test
    void knowNoOtherValue() {
        assertThatThrownBy(() -> UnlockedOrders.areAskedFor("Locked"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Cannot start with lab.wrong.orders=Locked; it must be locked or unlocked.");
        assertThatThrownBy(() -> BlockingSellerClient.isAskedFor("slow"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Cannot start with lab.wrong.seller-call=slow; it must be timely or blocking.");
    }
}
