package org.concurrencylab.contract;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.concurrencylab.api.Book;

/** One request, byte for byte as the check wants it: no header is added that it did not ask for. */
final class Call {

    /** More than any answer takes, so that a service that hangs fails the check and not the build. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Api api;
    private final String method;
    private final String path;
    private final HttpRequest.Builder request = HttpRequest.newBuilder().timeout(PATIENCE);
    private BodyPublisher body = BodyPublishers.noBody();

    Call(Api api, String method, String path) {
        this.api = api;
        this.method = method;
        this.path = path;
    }

    Call header(String name, String value) {
        request.header(name, value);
        return this;
    }

    /** The precondition that the book is as it was read. */
    Call ifMatch(Book book) {
        return header("If-Match", "\"" + book.version() + "\"");
    }

    Call json(String text) {
        return header("Content-Type", "application/json").body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A body of known length, without a Content-Type. */
    Call body(byte[] bytes) {
        body = BodyPublishers.ofByteArray(bytes);
        return this;
    }

    /** A body of unknown length, sent in chunks. */
    Call chunked(byte[] bytes) {
        body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
        return this;
    }

    Reply send() {
        return api.exchange(request.method(method, body), method, path);
    }
}
