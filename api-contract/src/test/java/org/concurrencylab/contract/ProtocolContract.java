package org.concurrencylab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods, media types and sizes, the same for every request. */
interface ProtocolContract extends ContractChecks {

    /** Bytes that a body may have. */
    int LARGEST_BODY = 64 * 1024;

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/book", "/books/1/nothing", "/books/1/orders/1", "/runtime/nothing", "/"})
    default void knowsNoOtherPath(String path) {
        assertThat(api().get(path).status()).isEqualTo(404);
        api().get(path).isProblem(ProblemType.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /books",
        "DELETE, /books",
        "PATCH, /books",
        "POST, ''",
        "PATCH, ''",
        "GET, /orders",
        "DELETE, /orders",
        "POST, /offer",
        "DELETE, /offer",
        "POST, /offers",
        "DELETE, /offers",
        "POST, /runtime",
        "PUT, /runtime"
    })
    default void knowsNoOtherMethod(String method, String suffix) {
        Book book = api().newBook();
        String path = suffix.equals("/books") || suffix.equals("/runtime") ? suffix : Api.path(book) + suffix;
        Call call = api().call(method, path);
        Reply reply =
                method.matches("GET|DELETE") ? call.send() : call.json("{}").send();
        reply.isProblem(ProblemType.METHOD_NOT_ALLOWED);
        assertThat(api().read(book)).isEqualTo(book);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "application/octet-stream",
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "none"
            })
    default void refusesABodyOfAnotherMediaType(String type) {
        Book book = api().newBook(5);
        BookJson input = BookJson.fresh();
        typed("POST", Api.BOOKS, type).body(bytes(input.text())).send().isProblem(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        typed("PUT", Api.path(book), type)
                .ifMatch(book)
                .body(bytes(BookJson.fresh().text()))
                .send()
                .isProblem(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        typed("POST", Api.path(book) + "/orders", type)
                .body(bytes("{\"quantity\":1}"))
                .send()
                .isProblem(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        assertThat(api().read(book)).isEqualTo(book);
        api().post(Api.BOOKS, input.text()).hasStatus(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data", "Multipart/Mixed"})
    default void refusesAForm(String type) {
        Book book = api().newBook();
        byte[] form = bytes("title=Emma");
        typed("POST", Api.BOOKS, type).chunked(form).send().isProblem(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        typed("DELETE", Api.path(book), type)
                .ifMatch(book)
                .body(form)
                .send()
                .isProblem(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        assertThat(api().read(book)).isEqualTo(book);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "multipart/form-data", "application/x-www-form-urlencoded", "image/png"})
    default void answersAReaderWithoutWaitingForTheBodyItAnnounces(String type) throws IOException {
        Book book = api().newBook();
        for (String method : new String[] {"GET", "HEAD"}) {
            try (RawCaller caller = new RawCaller(api().target())) {
                caller.head(method, Api.path(book), "Content-Type: " + type + "\r\nContent-Length: 1\r\n");
                assertThat(caller.statusLine()).contains(" 200 ");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-2\r\n{}\r\n0\r\n\r\n", "1\r\n{}\r\n0\r\n\r\n", "zz\r\n{}\r\n0\r\n\r\n"})
    default void removesNothingWhenTheRequestIsBroken(String chunks) throws IOException {
        Book book = api().newBook();
        try (RawCaller caller = new RawCaller(api().target())) {
            caller.head(
                    "DELETE", Api.path(book), "Transfer-Encoding: chunked\r\nIf-Match: \"" + book.version() + "\"\r\n");
            caller.bytes(chunks);
            assertThat(caller.statusLine()).doesNotContain(" 204 ");
        }
        assertThat(api().read(book)).isEqualTo(book);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=utf-8", "application/json;charset=UTF-8", "Application/JSON"})
    default void acceptsJsonWithAParameterOrInCapitals(String type) {
        api().call("POST", Api.BOOKS)
                .header("Content-Type", type)
                .body(bytes(BookJson.fresh().text()))
                .send()
                .hasStatus(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "image/*", "text/plain;q=0.5, text/html"})
    default void refusesACallerThatAcceptsNoJson(String accept) {
        Book book = api().newBook(5);
        BookJson input = BookJson.fresh();
        for (String path : new String[] {
            Api.BOOKS, Api.path(book), Api.path(book) + "/offer", Api.path(book) + "/offers", "/runtime"
        }) {
            api().call("GET", path).header("Accept", accept).send().isProblem(ProblemType.NOT_ACCEPTABLE);
        }
        api().call("POST", Api.BOOKS)
                .header("Accept", accept)
                .json(input.text())
                .send()
                .isProblem(ProblemType.NOT_ACCEPTABLE);
        api().call("POST", Api.path(book) + "/orders")
                .header("Accept", accept)
                .json("{\"quantity\":1}")
                .send()
                .isProblem(ProblemType.NOT_ACCEPTABLE);
        assertThat(api().read(book)).isEqualTo(book);
        api().post(Api.BOOKS, input.text()).hasStatus(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/*",
                "application/json",
                "text/html, application/json;q=0.1",
                "text/html, */*;q=0.1"
            })
    default void answersACallerThatAcceptsJsonAmongOthers(String accept) {
        Book book = api().newBook();
        assertThat(api().call("GET", Api.path(book))
                        .header("Accept", accept)
                        .send()
                        .hasStatus(200)
                        .book())
                .isEqualTo(book);
    }

    @Test
    default void readsABodyOfTheLargestSize() {
        api().post(Api.BOOKS, padded(LARGEST_BODY)).hasStatus(201);
        api().call("POST", Api.BOOKS)
                .header("Content-Type", "application/json")
                .chunked(bytes(padded(LARGEST_BODY)))
                .send()
                .hasStatus(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "gzip, chunked", "identity"})
    default void refusesABodyWhoseEndItCannotTell(String coding) throws IOException {
        Book book = api().newBook();
        try (RawCaller caller = new RawCaller(api().target())) {
            String headers = "Content-Type: application/json\r\nTransfer-Encoding: " + coding + "\r\n";
            caller.head("POST", Api.path(book) + "/orders", headers);
            // RFC 9112, 6.1, would have 501.
            assertThat(caller.statusLine()).containsPattern(" (400|501) ");
        }
        assertThat(api().read(book)).isEqualTo(book);
    }

    @ParameterizedTest
    @ValueSource(ints = {LARGEST_BODY + 1, 4 * LARGEST_BODY})
    default void refusesALargerBody(int size) {
        Book book = api().newBook();
        api().post(Api.BOOKS, padded(size)).isProblem(ProblemType.BODY_TOO_LARGE);
        api().put(book, padded(size)).isProblem(ProblemType.BODY_TOO_LARGE);
        api().post(Api.path(book) + "/orders", padded(size)).isProblem(ProblemType.BODY_TOO_LARGE);
        assertThat(api().read(book)).isEqualTo(book);
    }

    @ParameterizedTest
    @ValueSource(ints = {LARGEST_BODY + 1, 4 * LARGEST_BODY})
    default void refusesALargerBodyThatComesInChunks(int size) {
        api().call("POST", Api.BOOKS)
                .header("Content-Type", "application/json")
                .chunked(bytes(padded(size)))
                .send()
                .isProblem(ProblemType.BODY_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/books", "/books/{id}", "/books/{id}/offer", "/books/{id}/offers", "/runtime"})
    default void answersHeadLikeGetWithoutTheBody(String template) {
        String path = template.replace("{id}", Long.toString(api().newBook().id()));
        Reply get = api().get(path).hasStatus(200);

        Reply head = api().call("HEAD", path).send();

        head.hasStatus(200).hasNoBody();
        // RFC 9110, 9.3.2: what is known only once the content is made may be left out.
        assertThat(head.mediaType()).isIn(get.mediaType(), "");
        assertThat(head.etag()).isEqualTo(get.etag());
    }

    @Test
    default void answersHeadForABookThatIsNone() {
        api().call("HEAD", "/books/0").send().hasStatus(404).hasNoBody();
    }

    private Call typed(String method, String path, String type) {
        Call call = api().call(method, path);
        return type.equals("none") ? call : call.header("Content-Type", type);
    }

    /** A valid book, blown up by spaces to so many bytes. */
    private static String padded(int size) {
        String book = BookJson.fresh().text();
        return " ".repeat(size - book.length()) + book;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
