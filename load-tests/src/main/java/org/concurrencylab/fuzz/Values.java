package org.concurrencylab.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.concurrencylab.simulations.Isbn;

/** Single values: right ones, by their schema, and those that programs have stumbled over. */
final class Values {
    private static final int SEEDED_BOOKS = 10_000;
    private static final int KNOWN_BOOKS = 40;
    private static final int CREATED_BOOKS = 500;
    private static final int FEW = 5;
    private static final int LONG = 5_000;
    private static final int LARGEST_ISBN = 999_999_999;

    private static final List<String> NUMBERS = List.of(
            "",
            " ",
            "0",
            "-1",
            "-0",
            "+1",
            "1.0",
            "1.5",
            "1e3",
            "1e400",
            "1e-400",
            "0x10",
            "07",
            "1_000",
            "1,2",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9223372036854775807",
            "9223372036854775808",
            "NaN",
            "Infinity",
            "\u0663",
            "\uff11",
            "true",
            "null",
            "1 ",
            " 1",
            "1;2",
            "one",
            "[]",
            "{}",
            "1".repeat(400));

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t",
            "\u0000",
            "a\u0000b",
            "\u0007",
            "\r\nX-Injected: 1",
            "\u202e",
            "\ufeff",
            "\u2028",
            "\u00a0",
            "'; drop table books; --",
            "' or '1'='1",
            "%",
            "_",
            "\\",
            "\"",
            "${jndi:ldap://127.0.0.1/a}",
            "{{7*7}}",
            "../../etc/passwd",
            "<script>alert(1)</script>",
            "null",
            "e\u0301",
            "\ud83d\ude00".repeat(200),
            "a".repeat(200),
            "a".repeat(201),
            "a".repeat(LONG),
            "\ud83d\ude00".repeat(LONG),
            "9780000000012",
            "978000000001X",
            "*",
            "\"0\"",
            "W/\"0\"",
            "\"0\", \"1\"",
            "\"-1\"",
            "\"99999999999999999999\"",
            "\"0",
            "0\"",
            "\"\"");

    private final Dice dice;

    Values(Dice dice) {
        this.dice = dice;
    }

    /** One that the schema allows. */
    String right(String name, JsonNode schema) {
        if (name.equals("id")) {
            return String.valueOf(book());
        }
        if (name.equals("If-Match")) {
            // The version of most books is 0, and of those asked for again and again a little more.
            return "\"" + (dice.oneIn(2) ? 0 : dice.between(0, FEW)) + "\"";
        }
        if (schema.path("type").asText().equals("integer")) {
            return String.valueOf(number(schema));
        }
        if (schema.path("pattern").asText().contains("97[89]")) {
            return dice.oneIn(4)
                    ? Isbn.ofSeeded(dice.between(1, SEEDED_BOOKS))
                    : Isbn.ofCreated(dice.between(0, LARGEST_ISBN));
        }
        return "Text " + dice.between(0, SEEDED_BOOKS);
    }

    /** One that the schema may or may not allow. */
    String strange(JsonNode schema) {
        List<String> near = new ArrayList<>();
        for (String bound : List.of("minimum", "maximum")) {
            if (schema.has(bound)) {
                long value = schema.path(bound).asLong();
                near.addAll(List.of(String.valueOf(value - 1), String.valueOf(value), String.valueOf(value + 1)));
            }
        }
        if (!near.isEmpty() && dice.oneIn(3)) {
            return dice.pick(near);
        }
        boolean number = schema.path("type").asText().equals("integer");
        return dice.pick(number != dice.oneIn(4) ? NUMBERS : TEXTS);
    }

    private long number(JsonNode schema) {
        long least = schema.path("minimum").asLong(0);
        // Small ones mostly: as many sellers or paths as may be asked for would take the time of a thousand requests.
        long most = Math.min(schema.path("maximum").asLong(Long.MAX_VALUE), least + FEW);
        return dice.between(least, most);
    }

    private long book() {
        return switch (dice.between(0, 9)) {
            case 0, 1, 2 -> dice.between(1, KNOWN_BOOKS);
            case 3 -> SEEDED_BOOKS + dice.between(1, CREATED_BOOKS);
            default -> dice.between(1, SEEDED_BOOKS);
        };
    }
}
