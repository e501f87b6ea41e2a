package org.concurrencylab.verify.reference;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.concurrencylab.api.BookInput;
import org.concurrencylab.api.OrderInput;
import org.concurrencylab.api.Violation;

/** Reads bodies strictly and lists all that is wrong with them. */
final class ReferenceInput {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode root;
    private final List<Violation> violations = new ArrayList<>();

    private ReferenceInput(byte[] body, Set<String> fields) {
        try {
            // A decoder of the JDK refuses what Jackson lets pass, such as overlong forms.
            root = JSON.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (IOException e) {
            throw new Refused("body", "must be one JSON object in UTF-8");
        }
        if (!root.isObject()) {
            throw new Refused("body", "must be one JSON object in UTF-8");
        }
        root.fieldNames().forEachRemaining(name -> require(fields.contains(name), name, "is unknown"));
    }

    static BookInput book(byte[] body) {
        ReferenceInput input = new ReferenceInput(body, Set.of("isbn", "title", "author", "priceCents", "stock"));
        BookInput book = new BookInput(
                input.isbn(),
                input.text("title"),
                input.text("author"),
                input.number("priceCents", 0, 100_000_000),
                input.number("stock", 0, 10_000_000));
        input.refuseViolations();
        return book;
    }

    static OrderInput order(byte[] body) {
        ReferenceInput input = new ReferenceInput(body, Set.of("quantity"));
        OrderInput order = new OrderInput(input.number("quantity", 1, 1_000));
        input.refuseViolations();
        return order;
    }

    private String isbn() {
        String isbn = root.path("isbn").textValue();
        require(isbn != null && isbn.matches("97[89][0-9]{10}") && sum(isbn) % 10 == 0, "isbn", "must be an ISBN-13");
        return isbn;
    }

    private static int sum(String isbn) {
        return IntStream.range(0, isbn.length())
                .map(i -> (isbn.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3))
                .sum();
    }

    private String text(String field) {
        String text = root.path(field).textValue();
        boolean good = text != null
                && !text.isBlank()
                && text.length() <= 200
                && text.codePoints()
                        .map(Character::getType)
                        .noneMatch(type -> type == Character.CONTROL || type == Character.SURROGATE);
        require(good, field, "must be plain text of 1 to 200 characters");
        return text;
    }

    private int number(String field, int smallest, int largest) {
        JsonNode value = root.path(field);
        boolean good = value.isInt() && value.intValue() >= smallest && value.intValue() <= largest;
        require(good, field, "must be a whole number from " + smallest + " to " + largest);
        return value.intValue();
    }

    private void require(boolean good, String field, String message) {
        if (!good) {
            violations.add(new Violation(field, message));
        }
    }

    private void refuseViolations() {
        if (!violations.isEmpty()) {
            throw new Refused(Answer.invalid(violations));
        }
    }
}
