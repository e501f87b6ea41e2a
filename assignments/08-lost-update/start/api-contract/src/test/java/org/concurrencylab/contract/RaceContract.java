package org.concurrencylab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.Order;
import org.concurrencylab.api.ProblemType;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Requests that compete for one row. A race that goes well once proves little, hence the repetitions. */
interface RaceContract extends ContractChecks {

    /** Enough to lose an update in nearly every run of a service that reads, computes and writes. */
    int REPETITIONS = 3;

    @Disabled("Assignment 8 begins with this line: take it away, and mend what fails")
    @RepeatedTest(REPETITIONS)
    default void neverSellsACopyTwice() {
        Book book = api().newBook(20);

        List<Reply> replies = api().atOnce(32, () -> api().order(book, 1));

        assertThat(statuses(replies, 201)).as("accepted orders for 20 copies").isEqualTo(20);
        assertThat(statuses(replies, 409)).as("refused orders").isEqualTo(12);
        Book after = api().read(book);
        assertThat(after.stock()).as("stock after 20 accepted orders").isZero();
        assertThat(after.version()).isEqualTo(book.version() + 20);
    }

    @Disabled("Assignment 8 begins with this line: take it away, and mend what fails")
    @RepeatedTest(REPETITIONS)
    default void keepsStockPlusOrdersConstant() {
        Book book = api().newBook(40);

        List<Reply> replies = api().atOnce(
                        32, () -> api().order(book, ThreadLocalRandom.current().nextInt(1, 4)));

        List<Order> orders = replies.stream()
                .filter(reply -> reply.status() == 201)
                .map(reply -> reply.as(Order.class))
                .toList();
        assertThat(replies).allMatch(reply -> reply.status() == 201 || reply.status() == 409);
        assertThat(orders).extracting(Order::id).doesNotHaveDuplicates();
        int ordered = orders.stream().mapToInt(Order::quantity).sum();
        assertThat(api().read(book).stock() + ordered).as("stock + ordered").isEqualTo(40);
    }

    @RepeatedTest(REPETITIONS)
    default void letsOneOfManyWritersOfTheSameVersionWin() {
        Book book = api().newBook();

        List<Reply> replies = api().atOnce(
                        16,
                        () -> api().put(
                                        book,
                                        BookJson.of(book)
                                                .with(
                                                        "stock",
                                                        ThreadLocalRandom.current()
                                                                .nextInt(1, 10_000_000))
                                                .text()));

        assertThat(statuses(replies, 200)).as("accepted changes").isEqualTo(1);
        assertThat(statuses(replies, 412)).as("stale changes").isEqualTo(15);
        Reply winner = replies.stream()
                .filter(reply -> reply.status() == 200)
                .findFirst()
                .orElseThrow();
        assertThat(api().read(book)).isEqualTo(winner.book());
        assertThat(winner.book().version()).isEqualTo(book.version() + 1);
    }

    @Test
    default void letsOneOfManyDeletersWin() {
        Book book = api().newBook();

        List<Reply> replies = api().atOnce(8, () -> api().delete(book));

        assertThat(statuses(replies, 204)).as("deletions").isEqualTo(1);
        assertThat(replies)
                .extracting(Reply::status)
                .allMatch(status -> List.of(204, 404, 412).contains(status));
    }

    @RepeatedTest(REPETITIONS)
    default void givesAnIsbnToOneOfManyNewBooks() {
        BookJson input = BookJson.fresh();

        List<Reply> replies = api().atOnce(8, () -> api().post(Api.BOOKS, input.text()));

        assertThat(statuses(replies, 201)).as("created books").isEqualTo(1);
        replies.stream()
                .filter(reply -> reply.status() != 201)
                .forEach(reply -> reply.isProblem(ProblemType.ISBN_TAKEN));
    }

    private static long statuses(List<Reply> replies, int status) {
        return replies.stream().filter(reply -> reply.status() == status).count();
    }
}
