package org.concurrencylab.books.wrong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.concurrencylab.api.SellerBehaviour;
import org.concurrencylab.api.SellerQuote;
import org.concurrencylab.api.wrong.BlockingSeller;
import org.concurrencylab.contract.fixture.FakeSeller;
import org.junit.jupiter.api.Test;

class BlockingSellerClientTest {

    private static final String ISBN = "9780000000019";
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(500);

    @Test
    void holdsTheThreadThatAsksUntilTheSellerAnswers() throws Exception {
        try (FakeSeller seller = new FakeSeller()) {
            BlockingSellerClient client = client(seller, LONG);
            seller.behave(SellerBehaviour.delayedBy(300));

            SellerQuote quote = client.quote(ISBN, null);

            assertThat(quote).isEqualTo(SellerQuote.standIn("fake", ISBN));
        }
    }

    @Test
    void asksManySellersTheRightWay() throws Exception {
        try (FakeSeller seller = new FakeSeller()) {
            BlockingSellerClient client = client(seller, LONG);
            seller.behave(new SellerBehaviour(0, 0, 1, 0));

            assertThat(client.quote(ISBN, 3)).isEqualTo(SellerQuote.standIn(3, ISBN));
        }
    }

    @Test
    void givesUpWhenTheSellerIsTooSlow() throws Exception {
        try (FakeSeller seller = new FakeSeller()) {
            BlockingSellerClient client = client(seller, SHORT);
            seller.behave(new SellerBehaviour(0, 0, 0, 1));

            assertThatThrownBy(() -> client.quote(ISBN, null)).hasRootCauseInstanceOf(TimeoutException.class);
        }
    }

    @Test
    void failsWhenTheSellerFails() throws Exception {
        try (FakeSeller seller = new FakeSeller()) {
            BlockingSellerClient client = client(seller, LONG);
            seller.behave(new SellerBehaviour(0, 0, 1, 0));

            assertThatThrownBy(() -> client.quote(ISBN, null)).isInstanceOf(IllegalStateException.class);
        }
    }

    private static BlockingSellerClient client(FakeSeller seller, Duration timeout) {
        return new BlockingSellerClient(
                (isbn, number) -> SellerQuote.standIn(number, isbn), new BlockingSeller(seller.url(), timeout));
    }
}
