package org.concurrencylab.verify.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.Problem;
import org.concurrencylab.api.ProblemType;
import org.concurrencylab.api.Violation;

/**
 * One answer.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body the body, empty if there is none
 */
public record Answer(int status, Map<String, String> headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer json(int status, Object body) {
        return text(status, "application/json", write(body));
    }

    static Answer text(int status, String mediaType, String body) {
        return new Answer(status, Map.of("Content-Type", mediaType), body);
    }

    static Answer book(int status, Book book) {
        return json(status, book).with("ETag", etag(book));
    }

    static Answer problem(ProblemType type) {
        Problem problem = Problem.of(type, "Look at the type of this problem and mend the request.");
        Answer answer = text(type.status(), Problem.MEDIA_TYPE, write(problem));
        return type.status() == 503 ? answer.with("Retry-After", "1") : answer;
    }

    static Answer invalid(List<Violation> violations) {
        return text(400, Problem.MEDIA_TYPE, write(Problem.invalid(violations)));
    }

    static String etag(Book book) {
        return "\"" + book.version() + "\"";
    }

    /** The same answer with one header set. */
    public Answer with(String header, String value) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put(header, value);
        return new Answer(status, changed, body);
    }

    /** The same answer without one header. */
    public Answer without(String header) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.remove(header);
        return new Answer(status, changed, body);
    }

    /** The same answer with another body. */
    public Answer withBody(String changed) {
        return new Answer(status, headers, changed);
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
