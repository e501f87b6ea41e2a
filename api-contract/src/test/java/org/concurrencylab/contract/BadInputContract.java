package org.concurrencylab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that are not what they ought to be: refused, explained, and without effect. */
interface BadInputContract extends ContractChecks {

    @ParameterizedTest
    @MethodSource("org.concurrencylab.contract.BadBook#all")
    default void refusesToCreateABookWith(BadBook bad) {
        BookJson input = bad.input();
        api().post(Api.BOOKS, input.text()).blames(bad.field());
        if (!bad.field().equals("isbn")) {
            api().post(
                            Api.BOOKS,
                            BookJson.fresh().with("isbn", input.value("isbn")).text())
                    .hasStatus(201);
        }
    }

    @ParameterizedTest
    @MethodSource("org.concurrencylab.contract.BadBook#all")
    default void refusesToReplaceABookByOneWith(BadBook bad) {
        Book book = api().newBook();
        api().put(book, bad.input().text()).blames(bad.field());
        assertThat(api().read(book)).isEqualTo(book);
    }

    @Test
    default void blamesEveryWrongField() {
        var problem = api().post(
                        Api.BOOKS,
                        BookJson.fresh()
                                .with("title", "")
                                .with("priceCents", -1)
                                .with("stock", -1)
                                .text())
                .isProblem(ProblemType.INVALID_REQUEST);
        assertThat(problem.violations()).extracting("field").contains("title", "priceCents", "stock");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.concurrencylab.contract.BadInputContract#brokenBodies")
    default void refusesABodyThatIs(String name, byte[] body) {
        Book book = api().newBook(5);
        String json = "application/json";
        api().call("POST", Api.BOOKS)
                .header("Content-Type", json)
                .body(body)
                .send()
                .isProblem(ProblemType.INVALID_REQUEST);
        api().call("PUT", Api.path(book))
                .ifMatch(book)
                .header("Content-Type", json)
                .body(body)
                .send()
                .isProblem(ProblemType.INVALID_REQUEST);
        api().call("POST", Api.path(book) + "/orders")
                .header("Content-Type", json)
                .body(body)
                .send()
                .isProblem(ProblemType.INVALID_REQUEST);
        assertThat(api().read(book)).isEqualTo(book);
    }

    /** Name and bytes of bodies that hold no JSON object. */
    static Stream<Arguments> brokenBodies() {
        String good = BookJson.fresh().text();
        return Stream.of(
                Arguments.of("empty", new byte[0]),
                body("blank", "  \n "),
                body("null", "null"),
                body("an array", "[" + good + "]"),
                body("an empty array", "[]"),
                body("a text", "\"book\""),
                body("an empty text", "\"\""),
                body("a number", "42"),
                body("cut off", good.substring(0, good.length() - 1)),
                body("cut off in a text", good.substring(0, 12)),
                body("a book and more", good + " x"),
                body("two books", good + good),
                body("an order and more", "{\"quantity\":1}{\"quantity\":1}"),
                body("a book with a field twice", "{\"stock\":1," + good.substring(1)),
                body("an order with a field twice", "{\"quantity\":1,\"quantity\":1}"),
                body("in single quotes", good.replace('"', '\'')),
                body("with a comment", "/* book */" + good),
                body("with a comma too many", good.replace("}", ",}")),
                body("an order with a leading zero", "{\"quantity\":01}"),
                body("an order of NaN", "{\"quantity\":NaN}"),
                body("a raw control character in a text", good.replace("Anonymous", "Anony\nmous")),
                body("a form", "isbn=1&title=2"),
                body("nested without end", "[".repeat(20_000)),
                Arguments.of("UTF-8 cut in the middle of a character", spliced(0xC3)),
                Arguments.of("UTF-8 in overlong form", spliced(0xC0, 0xAF)),
                Arguments.of("UTF-8 of a surrogate", spliced(0xED, 0xA0, 0x80)),
                Arguments.of("Latin-1", spliced(0xE9)));
    }

    private static Arguments body(String name, String text) {
        return Arguments.of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A book with these bytes in the midst of its author. */
    private static byte[] spliced(int... bytes) {
        String[] parts = BookJson.fresh().with("author", "one|two").text().split("\\|");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(parts[0].getBytes(StandardCharsets.UTF_8));
        for (int b : bytes) {
            body.write(b);
        }
        body.writeBytes(parts[1].getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
