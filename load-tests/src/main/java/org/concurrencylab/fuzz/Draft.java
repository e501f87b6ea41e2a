package org.concurrencylab.fuzz;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request that is still being written: its parts may be anything, also what no HTTP client would send. */
final class Draft {
    private static final String END = "\r\n";

    String method;
    String target;
    String version = "HTTP/1.1";
    byte[] body;
    /** Whole lines, so that a line may be broken; those of the length apart, for a body decides them. */
    final List<String> headers = new ArrayList<>();

    List<String> length = new ArrayList<>();

    private String ifMatch = "";

    Draft(String method, String target) {
        this.method = method;
        this.target = target;
    }

    Asked asked() {
        return new Asked(method, ifMatch);
    }

    void header(String name, String value) {
        if (name.equals("If-Match")) {
            ifMatch = value;
        }
        headers.add(name + ": " + value);
    }

    /** Gives it a body, and says how long that is. */
    void body(String type, byte[] bytes) {
        body = bytes;
        if (!type.isEmpty()) {
            header("Content-Type", type);
        }
        length = List.of("Content-Length: " + bytes.length);
    }

    byte[] head() {
        StringBuilder head = new StringBuilder();
        head.append(method)
                .append(' ')
                .append(target)
                .append(' ')
                .append(version)
                .append(END);
        headers.forEach(line -> head.append(line).append(END));
        length.forEach(line -> head.append(line).append(END));
        // Characters beyond ASCII as the bytes of UTF-8, which no browser sends here.
        return head.append(END).toString().getBytes(StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head());
        if (body != null) {
            bytes.writeBytes(body);
        }
        return bytes.toByteArray();
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
