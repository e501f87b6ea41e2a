package org.concurrencylab.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Bodies: right ones, and those whose text, bytes or values are not what they should be. */
final class Bodies {
    private static final int DEEP = 3_000;
    private static final int MANY_FIELDS = 2_000;
    private static final int JSON_LIMIT = 64 * 1024;
    private static final int COVER_LIMIT = 1024 * 1024;
    private static final int SMALL_COVER = 2_000;
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "\"\"",
            "\"1\"",
            "-1",
            "0",
            "1.0",
            "1e2",
            "1e400",
            "1e-400",
            "-0",
            "01",
            "NaN",
            "[]",
            "{}",
            "[1]",
            "{\"a\":1}",
            "99999999999999999999",
            "1".repeat(400),
            "0." + "1".repeat(400),
            "'1'",
            "");

    /** The first bytes of the types that covers may have. */
    private static final Map<String, byte[]> MAGIC = Map.of(
            "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
            "image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff},
            "image/webp", "RIFF\0\0\0\0WEBP".getBytes(StandardCharsets.ISO_8859_1));

    private final Dice dice;
    private final Values values;

    Bodies(Dice dice, Values values) {
        this.dice = dice;
        this.values = values;
    }

    /** A JSON object that the schema allows. */
    String right(JsonNode schema) {
        return object(fields(schema));
    }

    /** The same with one value that is none of the field's, or with other fields. */
    String strangeFields(JsonNode schema) {
        List<String[]> fields = fields(schema);
        String[] field = dice.pick(fields);
        switch (dice.between(0, 7)) {
            case 0 -> fields.remove(field);
            case 1 -> fields.add(new String[] {"version", "7"});
            case 2 -> fields.add(new String[] {field[0], field[1]});
            case 3 -> fields.add(new String[] {"\\u0000", "1"});
            case 4 -> {
                for (int i = 0; i < MANY_FIELDS; i++) {
                    fields.add(new String[] {"f" + i, "1"});
                }
            }
            case 5 -> field[1] = quoted(values.strange(schema.path("properties").path(field[0])));
            default -> field[1] = dice.pick(VALUES);
        }
        return object(fields);
    }

    /** A text that is perhaps no JSON, or another one than was meant. */
    byte[] strangeText(JsonNode schema) {
        String right = right(schema);
        byte[] bytes = right.getBytes(StandardCharsets.UTF_8);
        return switch (dice.between(0, 15)) {
            case 0 -> new byte[0];
            case 1 -> text(right.substring(0, dice.between(1, right.length() - 1)));
            case 2 -> text(right + right);
            case 3 -> text(right + " x");
            case 4 -> text("[" + right + "]");
            case 5 -> text(right.replaceFirst("}$", ",}"));
            case 6 -> text(right.replace('"', '\''));
            case 7 -> text("/* a */" + right);
            case 8 -> text("\ufeff" + right);
            case 9 -> right.getBytes(StandardCharsets.UTF_16);
            case 10 -> text("[".repeat(DEEP));
            case 11 -> text("{\"isbn\":".repeat(DEEP));
            case 12 -> text(right.replaceFirst("\\{", "{" + " ".repeat(JSON_LIMIT)));
            case 13 -> spoilt(bytes);
            case 14 -> dice.bytes(dice.between(1, JSON_LIMIT));
            default -> text(dice.pick(VALUES));
        };
    }

    /** An image that is stored if it is right. */
    byte[] cover(String type, boolean right) {
        byte[] magic = MAGIC.get(type);
        if (right || dice.oneIn(2)) {
            int size =
                    dice.oneIn(100) ? COVER_LIMIT + dice.between(-1, 1) : magic.length + dice.between(0, SMALL_COVER);
            byte[] image = Arrays.copyOf(magic, size);
            System.arraycopy(
                    dice.bytes(Math.min(SMALL_COVER, size - magic.length)),
                    0,
                    image,
                    magic.length,
                    Math.min(SMALL_COVER, size - magic.length));
            return image;
        }
        return dice.bytes(dice.between(0, SMALL_COVER));
    }

    private List<String[]> fields(JsonNode schema) {
        List<String[]> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String value = values.right(property.getKey(), property.getValue());
            boolean number = property.getValue().path("type").asText().equals("integer");
            fields.add(new String[] {property.getKey(), number ? value : quoted(value)});
        }
        return fields;
    }

    private static String object(List<String[]> fields) {
        Function<String[], String> member = field -> "\"" + field[0] + "\":" + field[1];
        return "{" + String.join(",", fields.stream().map(member).toList()) + "}";
    }

    private static String quoted(String value) {
        return TextNode.valueOf(value).toString();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** With one byte that UTF-8 does not have there. */
    private byte[] spoilt(byte[] bytes) {
        bytes[dice.between(0, bytes.length - 1)] = (byte) dice.between(0x80, 0xff);
        return bytes;
    }
}
