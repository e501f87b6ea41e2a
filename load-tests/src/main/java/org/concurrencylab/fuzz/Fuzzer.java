package org.concurrencylab.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.concurrencylab.fuzz.Operation.Parameter;

/**
 * Makes requests of the API's document. Every one follows from the seed and its number, so that all contenders get the
 * same, and one can be made again.
 */
final class Fuzzer {
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=utf-8",
            "application/json;charset=iso-8859-1",
            "APPLICATION/JSON",
            "application/problem+json",
            "text/plain",
            "text/xml",
            "*/*",
            "image/png",
            "image/svg+xml",
            "multipart/form-data",
            "application/x-www-form-urlencoded",
            "json",
            "",
            "/",
            "application/json, text/plain",
            "application/json; charset=nonsense",
            "a/".repeat(100));
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");
    private static final List<String> SEGMENTS = List.of(
            "",
            "..",
            ".",
            "%00",
            "%2F",
            "%2e%2e",
            "%zz",
            "%",
            "%C0%AF",
            "~",
            "*",
            ";a=b",
            "1;a=b",
            "1%20",
            "1/",
            "//",
            "1?",
            "\u0663",
            "1".repeat(3_000),
            "q",
            "books");

    private final List<Operation> operations;
    private final long seed;

    /**
     * @param api whose operations are asked for
     * @param seed of all chance
     */
    Fuzzer(Api api, long seed) {
        this.seed = seed;
        // Sellers and forecasts cost the time of many other requests.
        operations = api.operations().stream()
                .flatMap(each -> Collections.nCopies(isDear(each) ? 1 : 6, each).stream())
                .toList();
    }

    private static boolean isDear(Operation operation) {
        return operation.path().matches(".*/(offers|offer|forecast)");
    }

    HostileRequest request(long number) {
        Dice dice = new Dice(seed, number);
        List<String> traits = new ArrayList<>();
        if (dice.oneIn(25)) {
            return new Framing(dice, () -> draft(dice, traits)).request();
        }
        Draft draft = draft(dice, traits);
        if (!dice.oneIn(4)) {
            do {
                strange(draft, dice, traits);
            } while (dice.oneIn(3));
        }
        return new HostileRequest(
                traits.isEmpty() ? "nothing" : String.join(", ", traits),
                List.of(draft.bytes()),
                List.of(draft.asked()),
                true,
                true);
    }

    /** A right one, but for values of parameters and body, which are strange now and then. */
    private Draft draft(Dice dice, List<String> traits) {
        Values values = new Values(dice);
        Operation operation = dice.pick(operations);
        String path = operation.path();
        List<String> query = new ArrayList<>();
        List<Parameter> headers = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            switch (parameter.in()) {
                case "path" ->
                    path = path.replace(
                            "{" + parameter.name() + "}", Draft.encoded(value(parameter, dice, values, traits)));
                case "query" -> {
                    if (!dice.oneIn(3)) {
                        query.add(parameter.name() + "=" + Draft.encoded(value(parameter, dice, values, traits)));
                    }
                }
                default -> headers.add(parameter);
            }
        }
        Draft draft = new Draft(operation.method(), path + (query.isEmpty() ? "" : "?" + String.join("&", query)));
        draft.header("Host", "127.0.0.1");
        for (Parameter header : headers) {
            if (!dice.oneIn(8)) {
                String value = value(header, dice, values, traits);
                draft.header(header.name(), value.replaceAll("[\\r\\n\\x00]", " "));
            } else {
                traits.add("no " + header.name());
            }
        }
        body(draft, operation, dice, values, traits);
        return draft;
    }

    private static String value(Parameter parameter, Dice dice, Values values, List<String> traits) {
        if (dice.oneIn(8)) {
            traits.add("strange " + parameter.name());
            return values.strange(parameter.schema());
        }
        return values.right(parameter.name(), parameter.schema());
    }

    private static void body(Draft draft, Operation operation, Dice dice, Values values, List<String> traits) {
        if (operation.bodyTypes().isEmpty()) {
            return;
        }
        Bodies bodies = new Bodies(dice, values);
        String type = dice.pick(operation.bodyTypes());
        boolean right = dice.oneIn(2);
        if (!right) {
            traits.add("strange body");
        }
        draft.body(
                type, operation.takesJson() ? json(bodies, operation.body(), right, dice) : bodies.cover(type, right));
    }

    private static byte[] json(Bodies bodies, JsonNode schema, boolean right, Dice dice) {
        if (!right && dice.oneIn(2)) {
            return bodies.strangeText(schema);
        }
        return (right ? bodies.right(schema) : bodies.strangeFields(schema)).getBytes(StandardCharsets.UTF_8);
    }

    private static void strange(Draft draft, Dice dice, List<String> traits) {
        switch (dice.between(0, 7)) {
            case 0 -> {
                traits.add("another method");
                draft.method = dice.pick(METHODS);
                if (dice.oneIn(2)) {
                    draft.headers.removeIf(line -> line.startsWith("If-Match"));
                    draft.header("If-Match", "\"0\"");
                }
            }
            case 1 -> {
                traits.add("strange path");
                draft.target = draft.target.replaceFirst("/[^/?]*(\\?|$)", "/" + dice.pick(SEGMENTS) + "$1");
            }
            case 2 -> {
                traits.add("strange query");
                draft.target += (draft.target.contains("?") ? "&" : "?")
                        + dice.pick(List.of(
                                "limit",
                                "limit=1&limit=2",
                                "after=%zz",
                                "=",
                                "&&&",
                                "x=" + "y".repeat(3_000),
                                "limit=%00",
                                "paths=1;sellers=2"));
            }
            case 3 -> {
                traits.add("strange Accept");
                draft.header("Accept", dice.pick(TYPES));
            }
            case 4 -> {
                traits.add("strange Content-Type");
                draft.headers.removeIf(line -> line.startsWith("Content-Type"));
                draft.header("Content-Type", dice.pick(TYPES));
            }
            case 5 -> {
                traits.add("a body it does not ask for");
                draft.body("", "{\"quantity\":1}".getBytes(StandardCharsets.UTF_8));
            }
            case 6 -> {
                traits.add("strange header");
                draft.headers.add(dice.pick(List.of(
                        "If-None-Match: *",
                        "If-None-Match: \"0\"",
                        "If-None-Match: nonsense",
                        "Range: bytes=0-1",
                        "Range: bytes=9-1",
                        "Accept-Encoding: gzip, br, nonsense",
                        "Accept-Language: " + "de,".repeat(500),
                        "Cookie: a=b; c",
                        "Authorization: Basic !!!",
                        "X-HTTP-Method-Override: DELETE",
                        "Forwarded: for=\"\"",
                        "X-Forwarded-For: 1",
                        "Accept-Charset: nonsense",
                        "Content-Encoding: gzip",
                        "Connection: keep-alive, x",
                        "Origin: null",
                        "If-Modified-Since: never",
                        "Content-Language: \u00e4",
                        "Transfer-Coding: none")));
            }
            default -> {
                traits.add("many headers");
                for (int i = dice.between(1, 60); i > 0; i--) {
                    draft.headers.add("X-" + i + ": " + "v".repeat(dice.between(0, 60)));
                }
            }
        }
    }
}
