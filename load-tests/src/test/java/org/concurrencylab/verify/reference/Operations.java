package org.concurrencylab.verify.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.concurrencylab.api.ProblemType;

/** The published document, as it is and for people. */
final class Operations {

    private Operations() {}

    static Answer answer(Request request) {
        return switch (request.path()) {
            case "/q/openapi" -> Answer.text(200, "application/yaml", document());
            case "/q/swagger-ui" -> Answer.text(200, "text/html", "<title>Concurrency Lab</title>");
            default -> throw new Refused(ProblemType.NOT_FOUND);
        };
    }

    private static String document() {
        try (InputStream yaml = Operations.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
