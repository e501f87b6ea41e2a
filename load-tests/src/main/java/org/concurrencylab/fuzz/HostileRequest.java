package org.concurrencylab.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Bytes for one connection, and what to expect of them.
 *
 * @param traits what is strange about it, in words; "nothing" when nothing is
 * @param parts sent one after another, with a short pause between them
 * @param asked what each request in them asks, in their order: so many answers are awaited
 * @param sharesConnection whether the next request may follow on the same connection
 * @param isWhole false for one that ends early, to which each service may say what it likes, or nothing
 */
record HostileRequest(String traits, List<byte[]> parts, List<Asked> asked, boolean sharesConnection, boolean isWhole) {

    private static final int SHOWN = 300;

    /** Its beginning on one line, for people. */
    String shown() {
        StringBuilder text = new StringBuilder();
        for (byte[] part : parts) {
            text.append(new String(part, StandardCharsets.ISO_8859_1));
        }
        String line = text.toString().replace("\r", "\\r").replace("\n", "\\n").replaceAll("[^ -~]", "?");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
