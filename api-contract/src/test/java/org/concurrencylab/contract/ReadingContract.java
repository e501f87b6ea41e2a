package org.concurrencylab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.concurrencylab.api.Book;
import org.concurrencylab.api.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /books/{id}}. */
interface ReadingContract extends ContractChecks {

    @Test
    default void readsABookWithItsVersionAsETag() {
        Book book = api().newBook();

        Reply reply = api().get(Api.path(book)).hasStatus(200);

        assertThat(reply.book()).isEqualTo(book);
        assertThat(reply.etag()).isEqualTo("\"" + book.version() + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"%d\"", "W/\"%d\"", "\"other\", \"%d\"", "W/\"other\",W/\"%d\"", "*"})
    default void doesNotSendAgainWhatTheCallerHas(String ifNoneMatch) {
        Book book = api().newBook();

        Reply reply = api().call("GET", Api.path(book))
                .header("If-None-Match", ifNoneMatch.formatted(book.version()))
                .send();

        reply.hasStatus(304).hasNoBody();
        assertThat(reply.etag()).isEqualTo("\"" + book.version() + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"77\"", "W/\"77\"", "\"other\", \"78\"", "0", "\"00\""})
    default void sendsABookThatTheCallerDoesNotHave(String ifNoneMatch) {
        Book book = api().newBook();

        Reply reply = api().call("GET", Api.path(book))
                .header("If-None-Match", ifNoneMatch)
                .send();

        assertThat(reply.hasStatus(200).book()).isEqualTo(book);
    }

    @Test
    default void sendsABookAgainOnceItHasChanged() {
        Book book = api().newBook();
        api().put(book, BookJson.of(book).with("title", "Changed").text()).hasStatus(200);

        Reply reply = api().call("GET", Api.path(book))
                .header("If-None-Match", "\"" + book.version() + "\"")
                .send();

        assertThat(reply.hasStatus(200).book().title()).isEqualTo("Changed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-1", "9223372036854775807", "9223372036854775808", "abc", "1.0", "1e3", "0x1", "%20", "1,2"
            })
    default void knowsNoBookByWhatIsNoId(String id) {
        api().get("/books/" + id).isProblem(ProblemType.NOT_FOUND);
        api().get("/books/" + id + "/offer").isProblem(ProblemType.NOT_FOUND);
        api().post("/books/" + id + "/orders", "{\"quantity\":1}").isProblem(ProblemType.NOT_FOUND);
        api().call("PUT", "/books/" + id)
                .header("If-Match", "\"0\"")
                .json(BookJson.fresh().text())
                .send()
                .isProblem(ProblemType.NOT_FOUND);
        api().call("DELETE", "/books/" + id).header("If-Match", "\"0\"").send().isProblem(ProblemType.NOT_FOUND);
    }

    @Test
    default void knowsNoBookThatIsGone() {
        Book book = api().newBook();
        api().delete(book).hasStatus(204);

        api().get(Api.path(book)).isProblem(ProblemType.NOT_FOUND);
        api().get(Api.path(book) + "/offer").isProblem(ProblemType.NOT_FOUND);
        api().order(book, 1).isProblem(ProblemType.NOT_FOUND);
        api().delete(book).isProblem(ProblemType.NOT_FOUND);
        api().put(book, BookJson.of(book).text()).isProblem(ProblemType.NOT_FOUND);
    }
}
