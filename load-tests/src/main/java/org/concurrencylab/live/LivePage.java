package org.concurrencylab.live;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.concurrencylab.report.Report;

/**
 * The page, which is the same for every run: style and script are inline, and only they may run. Its style is the
 * report's with its own behind it.
 *
 * @param html in UTF-8
 * @param policy value of Content-Security-Policy
 */
record LivePage(byte[] html, String policy) {

    /** The report has inline style and script of its own, which changes with the data. */
    static final String REPORT_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; frame-ancestors 'self'";

    static LivePage load() {
        String style = resource(Report.class, "report.css") + resource(LivePage.class, "live.css");
        String script = resource(LivePage.class, "live.js");
        String html =
                resource(LivePage.class, "live.html").replace("{style}", style).replace("{script}", script);
        String policy = "default-src 'none'; style-src " + source(style) + "; script-src " + source(script)
                + "; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return new LivePage(html.getBytes(StandardCharsets.UTF_8), policy);
    }

    private static String source(String inline) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(inline.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Not on the class path: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
