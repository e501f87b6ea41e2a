package org.concurrencylab.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IsbnTest {
    @Test
    void givesTheCheckDigitOfAKnownIsbn() {
        assertThat(Isbn.ofSeeded(30_640_615)).isEqualTo("9780306406157");
    }

    @Test
    void padsSmallNumbersToThirteenDigits() {
        assertThat(Isbn.ofSeeded(1)).hasSize(13).startsWith("978000000001");
    }

    @Test
    void keepsCreatedBooksOutOfTheSeededRange() {
        assertThat(Isbn.ofCreated(999_999_999)).hasSize(13).startsWith("979999999999");
        assertThat(Isbn.ofCreated(1_000_000_000)).isEqualTo(Isbn.ofCreated(0));
    }

    @Test
    void changesThePriceWithEveryVersionOfABook() {
        for (long version = 0; version < 20_000; version++) {
            assertThat(KnownBook.priceCents(7, version + 1)).isNotEqualTo(KnownBook.priceCents(7, version));
        }
    }
}
