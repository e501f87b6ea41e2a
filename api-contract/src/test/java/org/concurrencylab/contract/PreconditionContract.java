package org.concurrencylab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.concurrencylab.api.Book;
import org.concurrencylab.api.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code If-Match} of PUT and DELETE: no change is made that its caller has not based on the current version. */
interface PreconditionContract extends ContractChecks {

    @Test
    default void refusesAPutWithoutIfMatch() {
        Book book = api().newBook();
        api().call("PUT", Api.path(book))
                .json(BookJson.of(book).with("stock", 1).text())
                .send()
                .isProblem(ProblemType.PRECONDITION_REQUIRED);
        assertThat(api().read(book)).isEqualTo(book);
    }

    @Test
    default void refusesADeleteWithoutIfMatch() {
        Book book = api().newBook();
        api().call("DELETE", Api.path(book)).send().isProblem(ProblemType.PRECONDITION_REQUIRED);
        assertThat(api().read(book)).isEqualTo(book);
    }

    @Test
    default void refusesAStalePut() {
        Book read = api().newBook();
        Book changed = api().put(read, BookJson.of(read).with("title", "First").text())
                .hasStatus(200)
                .book();

        api().put(read, BookJson.of(read).with("title", "Second").text()).isProblem(ProblemType.STALE_VERSION);

        assertThat(api().read(read)).isEqualTo(changed);
    }

    @Test
    default void refusesAStaleDelete() {
        Book read = api().newBook();
        Book changed = api().put(read, BookJson.of(read).with("title", "First").text())
                .hasStatus(200)
                .book();

        api().delete(read).isProblem(ProblemType.STALE_VERSION);

        assertThat(api().read(read)).isEqualTo(changed);
    }

    @Test
    default void refusesAChangeThatHasNotSeenAnOrder() {
        Book read = api().newBook(5);
        api().order(read, 2).hasStatus(201);

        api().put(read, BookJson.of(read).text()).isProblem(ProblemType.STALE_VERSION);

        assertThat(api().read(read).stock()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "77", "999999999999999999"})
    default void refusesAVersionThatIsYetToCome(String version) {
        Book book = api().newBook();
        refuses("PUT", book, "\"" + version + "\"").isProblem(ProblemType.STALE_VERSION);
        refuses("DELETE", book, "\"" + version + "\"").isProblem(ProblemType.STALE_VERSION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "W/\"0\"",
                "\"0\", \"1\"",
                "\"0\",\"0\"",
                "0",
                "'0'",
                "\"0",
                "0\"",
                "\"\"\"",
                "\"0\" x",
                "\"0\"\"0\""
            })
    default void refusesWhatIsNotOneStrongTag(String ifMatch) {
        Book book = api().newBook();
        refuses("PUT", book, ifMatch).blames("If-Match");
        refuses("DELETE", book, ifMatch).blames("If-Match");
    }

    /** The book's version is 0. These are tags, but not its tag, whether a service calls that malformed or stale. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"00\"",
                "\"-0\"",
                "\"+0\"",
                "\"0.0\"",
                "\"\"",
                "\" 0\"",
                "\"9223372036854775808\"",
                "\"99999999999999999999\""
            })
    default void refusesATagThatOnlyResemblesTheCurrentOne(String ifMatch) {
        Book book = api().newBook();
        assertThat(refuses("PUT", book, ifMatch).status()).isIn(400, 412);
        assertThat(refuses("DELETE", book, ifMatch).status()).isIn(400, 412);
    }

    private Reply refuses(String method, Book book, String ifMatch) {
        Call call = api().call(method, Api.path(book)).header("If-Match", ifMatch);
        Reply reply = method.equals("PUT")
                ? call.json(BookJson.of(book).with("stock", 1).text()).send()
                : call.send();
        assertThat(api().read(book)).as("the book after " + reply).isEqualTo(book);
        return reply;
    }
}
