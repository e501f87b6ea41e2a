package org.concurrencylab.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Requests whose bytes on the wire are strange, whatever they ask for; each has a connection of its own. */
final class Framing {
    private static final int MOST_PIPELINED = 5;
    private static final int MANY_HEADERS = 2_000;
    private static final int LONG = 20_000;
    private static final String TEXT_BODY = "{\"quantity\":1}";

    /** A way to break a request that is otherwise complete: one answer, or the end of the connection. */
    private record Break(String trait, Consumer<Draft> how) {}

    private static final List<Break> BREAKS = List.of(
            new Break("a long header", draft -> draft.headers.add("X-Long: " + "v".repeat(LONG))),
            new Break("too many headers", draft -> {
                for (int i = 0; i < MANY_HEADERS; i++) {
                    draft.headers.add("X-" + i + ": " + i);
                }
            }),
            new Break("a long target", draft -> draft.target = "/books/" + "1".repeat(LONG)),
            new Break("a header without a colon", draft -> draft.headers.add("nonsense")),
            new Break("a space before the colon", draft -> draft.headers.add("X-Space : 1")),
            new Break("a folded header", draft -> draft.headers.add("X-Folded: 1\r\n  2")),
            new Break("a NUL in a header", draft -> draft.headers.add("X-Nul: a\u0000b")),
            new Break("a header without a name", draft -> draft.headers.add(": 1")),
            new Break("no Host", draft -> draft.headers.removeIf(line -> line.startsWith("Host"))),
            new Break("two Hosts", draft -> draft.headers.add("Host: elsewhere")),
            new Break("HTTP/1.0", draft -> draft.version = "HTTP/1.0"),
            new Break("HTTP/3.7", draft -> draft.version = "HTTP/3.7"),
            new Break("no version", draft -> draft.version = ""),
            new Break("a method in small letters", draft -> draft.method = "get"),
            new Break("an unknown method", draft -> draft.method = "BREW"),
            new Break("no method", draft -> draft.method = ""),
            new Break("a whole URL for a target", draft -> draft.target = "http://elsewhere" + draft.target),
            new Break("an asterisk for a target", draft -> draft.target = "*"),
            new Break("no slash before the target", draft -> draft.target = draft.target.substring(1)),
            new Break("a fragment", draft -> draft.target += "#here"),
            new Break("a length that is no number", draft -> draft.length = List.of("Content-Length: many")),
            new Break("a negative length", draft -> draft.length = List.of("Content-Length: -1")),
            new Break(
                    "a length beyond all numbers",
                    draft -> draft.length = List.of("Content-Length: 99999999999999999999")),
            new Break("a length shorter than the body", draft -> {
                draft.body("", TEXT_BODY.getBytes(StandardCharsets.UTF_8));
                draft.length = List.of("Content-Length: 1");
            }),
            new Break("two lengths", draft -> draft.length = List.of("Content-Length: 3", "Content-Length: 4")),
            new Break(
                    "an unknown transfer coding",
                    draft -> draft.length = List.of("Transfer-Encoding: nonsense", "Content-Length: 0")),
            new Break("a chunk that is no number", draft -> chunked(draft, "zz\r\n{}\r\n0\r\n\r\n")),
            new Break("a negative chunk", draft -> chunked(draft, "-2\r\n{}\r\n0\r\n\r\n")),
            new Break("a chunk longer than it says", draft -> chunked(draft, "1\r\n{}\r\n0\r\n\r\n")),
            new Break("chunks", Framing::inChunks),
            new Break("chunks with a trailer", draft -> chunked(draft, "2\r\n{}\r\n0\r\nX-Trailer: 1\r\n\r\n")),
            new Break("Expect: 100-continue", draft -> draft.headers.add("Expect: 100-continue")),
            new Break("an unknown expectation", draft -> draft.headers.add("Expect: nonsense")),
            new Break("an upgrade to nonsense", draft -> {
                draft.headers.add("Connection: Upgrade");
                draft.headers.add("Upgrade: nonsense");
            }),
            new Break("an upgrade to a web socket", draft -> {
                draft.headers.add("Connection: Upgrade");
                draft.headers.add("Upgrade: websocket");
            }));

    private final Dice dice;
    private final Supplier<Draft> drafts;

    Framing(Dice dice, Supplier<Draft> drafts) {
        this.dice = dice;
        this.drafts = drafts;
    }

    HostileRequest request() {
        return switch (dice.between(0, 9)) {
            case 0 -> cutOff();
            case 1 -> pipelined();
            case 2 -> slow();
            case 3 -> late();
            case 4 -> noise();
            default -> broken();
        };
    }

    private HostileRequest broken() {
        Draft draft = drafts.get();
        Break broken = dice.pick(BREAKS);
        broken.how().accept(draft);
        return whole(broken.trait(), List.of(draft.bytes()), List.of(draft.asked()));
    }

    /** Ends before the request does; what is there of it must not be done. */
    private HostileRequest cutOff() {
        Draft draft = drafts.get();
        if (draft.body == null || draft.body.length == 0) {
            draft.method = "POST";
            draft.body("application/json", TEXT_BODY.getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = draft.bytes();
        int sent = dice.oneIn(4)
                ? dice.between(1, draft.head().length - 1)
                : dice.between(draft.head().length, bytes.length - 1);
        return new HostileRequest("cut off", List.of(Arrays.copyOf(bytes, sent)), List.of(draft.asked()), false, false);
    }

    private HostileRequest pipelined() {
        List<byte[]> bytes = new ArrayList<>();
        List<Asked> asked = new ArrayList<>();
        for (int i = dice.between(2, MOST_PIPELINED); i > 0; i--) {
            Draft draft = drafts.get();
            bytes.add(draft.bytes());
            asked.add(draft.asked());
        }
        return whole("pipelined", List.of(joined(bytes.toArray(byte[][]::new))), asked);
    }

    private HostileRequest slow() {
        Draft draft = drafts.get();
        byte[] bytes = draft.bytes();
        int first = dice.between(1, bytes.length - 1);
        List<byte[]> parts = List.of(Arrays.copyOf(bytes, first), Arrays.copyOfRange(bytes, first, bytes.length));
        return whole("in two parts", parts, List.of(draft.asked()));
    }

    private HostileRequest late() {
        Draft draft = drafts.get();
        return whole("empty lines before it", List.of(joined(text("\r\n\r\n"), draft.bytes())), List.of(draft.asked()));
    }

    /** It begins as a TLS connection does. */
    private HostileRequest noise() {
        byte[] noise = joined(text("\u0016\u0003\u0001"), dice.bytes(dice.between(1, LONG)), text("\r\n\r\n"));
        return whole("noise", List.of(noise), List.of(new Asked("", "")));
    }

    private static HostileRequest whole(String trait, List<byte[]> parts, List<Asked> asked) {
        return new HostileRequest(trait, parts, asked, false, true);
    }

    private static void inChunks(Draft draft) {
        if (draft.body != null && draft.body.length > 0) {
            String body = new String(draft.body, StandardCharsets.ISO_8859_1);
            int half = body.length() / 2;
            StringBuilder chunks = new StringBuilder();
            for (String chunk : List.of(body.substring(0, half), body.substring(half))) {
                if (!chunk.isEmpty()) {
                    chunks.append(Integer.toHexString(chunk.length()))
                            .append(";x=y\r\n")
                            .append(chunk)
                            .append("\r\n");
                }
            }
            chunked(draft, chunks.append("0\r\n\r\n").toString());
        }
    }

    private static void chunked(Draft draft, String chunks) {
        draft.length = List.of("Transfer-Encoding: chunked");
        draft.body = chunks.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
