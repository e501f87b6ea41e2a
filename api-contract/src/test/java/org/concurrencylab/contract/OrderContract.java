package org.concurrencylab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.concurrencylab.api.Book;
import org.concurrencylab.api.Order;
import org.concurrencylab.api.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /books/{id}/orders}, one at a time. */
interface OrderContract extends ContractChecks {

    @Test
    default void takesAnOrderFromTheStockAndCountsTheVersion() {
        Book book = api().newBook(5);

        Order order = api().order(book, 2).hasStatus(201).as(Order.class);

        assertThat(order).isEqualTo(new Order(order.id(), book.id(), 2));
        Book after = api().read(book);
        assertThat(after.stock()).isEqualTo(3);
        assertThat(after.version()).isEqualTo(book.version() + 1);
    }

    @Test
    default void givesEachOrderANumberOfItsOwn() {
        Book book = api().newBook(5);
        long first = api().order(book, 1).hasStatus(201).as(Order.class).id();
        long second = api().order(book, 1).hasStatus(201).as(Order.class).id();
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    default void sellsTheLastCopyAndNoMore() {
        Book book = api().newBook(2);

        api().order(book, 2).hasStatus(201);
        api().order(book, 1).isProblem(ProblemType.OUT_OF_STOCK);

        assertThat(api().read(book).stock()).isZero();
        assertThat(api().read(book).version()).isEqualTo(book.version() + 1);
    }

    @Test
    default void takesNothingForAnOrderThatIsTooLarge() {
        Book book = api().newBook(3);
        api().order(book, 4).isProblem(ProblemType.OUT_OF_STOCK);
        assertThat(api().read(book)).isEqualTo(book);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000})
    default void acceptsTheSmallestAndTheLargestQuantity(int quantity) {
        Book book = api().newBook(1000);
        api().order(book, quantity).hasStatus(201);
        assertThat(api().read(book).stock()).isEqualTo(1000 - quantity);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "1001",
                "2147483648",
                "-9223372036854775809",
                "1.5",
                "1.0",
                "1e2",
                "\"1\"",
                "null",
                "true",
                "[1]",
                "{}",
                "\"\""
            })
    default void refusesABadQuantity(String quantity) {
        Book book = api().newBook(2000);
        api().post(Api.path(book) + "/orders", "{\"quantity\":" + quantity + "}")
                .blames("quantity");
        assertThat(api().read(book)).isEqualTo(book);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | quantity",
                "{\"quantity\":1,\"price\":0} | price",
                "{\"quantity\":1,\"Quantity\":1} | Quantity"
            })
    default void refusesAnOrderWithTooFewOrTooManyFields(String body, String blamed) {
        Book book = api().newBook(5);
        api().post(Api.path(book) + "/orders", body).blames(blamed);
        assertThat(api().read(book)).isEqualTo(book);
    }
}
