package org.concurrencylab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.BookPage;
import org.concurrencylab.api.Problem;
import org.concurrencylab.api.ProblemType;
import org.concurrencylab.api.Violation;

/**
 * An answer, with the questions that checks ask of it.
 *
 * @param request what was asked, for messages
 * @param status the HTTP status
 * @param headers the headers
 * @param body the body as text, empty if there is none
 * @param content the body as it came
 */
record Reply(String request, int status, HttpHeaders headers, String body, byte[] content) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What only the inside of a service can have written. */
    private static final List<String> INTERNALS = List.of(
            "java.",
            "jakarta.",
            "javax.",
            "org.",
            "io.quarkus",
            "io.smallrye",
            "io.vertx",
            "com.fasterxml",
            "\tat ",
            "Exception",
            "Hibernate",
            "Jackson",
            "arg0",
            "SQLSTATE",
            "price_cents",
            "BookInput",
            "OrderInput");

    static Reply of(String request, HttpResponse<byte[]> response) {
        return new Reply(
                request,
                response.statusCode(),
                response.headers(),
                new String(response.body(), StandardCharsets.UTF_8),
                response.body());
    }

    Reply hasStatus(int expected) {
        assertThat(status).as(toString()).isEqualTo(expected);
        return this;
    }

    Reply hasNoBody() {
        assertThat(body).as(this + ": its body").isEmpty();
        return this;
    }

    /** The media type without parameters, or an empty text. */
    String mediaType() {
        return header("Content-Type").split(";")[0].strip();
    }

    /** The header's value, or an empty text. */
    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    String etag() {
        return header("ETag");
    }

    Book book() {
        return as(Book.class);
    }

    BookPage page() {
        return as(BookPage.class);
    }

    <T> T as(Class<T> type) {
        assertThat(mediaType()).as(this + ": its Content-Type").isEqualTo("application/json");
        return parse(type);
    }

    /** The problem that the answer must be, with nothing in it that is none of the caller's business. */
    Problem isProblem(ProblemType type) {
        hasStatus(type.status());
        assertThat(mediaType()).as(this + ": its Content-Type").isEqualTo(Problem.MEDIA_TYPE);
        Problem problem = parse(Problem.class);
        assertThat(problem.type()).as(this + ": type").isEqualTo(type.uri());
        assertThat(problem.status()).as(this + ": status in the body").isEqualTo(status);
        assertThat(problem.title()).as(this + ": title").isNotBlank();
        assertThat(problem.detail()).as(this + ": detail").isNotBlank();
        assertThat(INTERNALS).as(this + ": tells of its inside").noneMatch(body::contains);
        return problem;
    }

    /** A 400 that blames the field, by the caller's name for it, and no other. */
    void blames(String field) {
        Problem problem = isProblem(ProblemType.INVALID_REQUEST);
        assertThat(problem.violations()).as(this + ": violations").isNotEmpty();
        assertThat(problem.violations())
                .extracting(Violation::field)
                .as(this + ": blamed")
                .containsOnly(field);
        assertThat(problem.violations())
                .extracting(Violation::message)
                .allSatisfy(m -> assertThat(m).isNotBlank());
    }

    private <T> T parse(Class<T> type) {
        try {
            return JSON.readValue(body, type);
        } catch (JsonProcessingException e) {
            throw new AssertionError(this + ": is no " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }

    @Override
    public String toString() {
        String shown = body.length() > 300 ? body.substring(0, 300) + "…" : body;
        return request + " -> " + status + (shown.isEmpty() ? "" : " " + shown.replaceAll("\\s+", " "));
    }
}
