package org.concurrencylab.verify.reference;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.concurrencylab.api.ProblemType;

/** Health, metrics and the published document. */
final class Operations {

    private Operations() {}

    static Answer answer(Request request) {
        return switch (request.path()) {
            case "/q/health/live", "/q/health/ready" -> Answer.text(200, "application/json", "{\"status\":\"UP\"}");
            case "/q/metrics" -> Answer.text(200, "text/plain", "# TYPE up gauge\nup 1\n");
            case "/q/openapi" -> Answer.text(200, "application/json", document());
            case "/q/swagger-ui" -> Answer.text(200, "text/html", "<title>Concurrency Lab</title>");
            default -> throw new Refused(ProblemType.NOT_FOUND);
        };
    }

    private static String document() {
        try (InputStream yaml = Operations.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return new YAMLMapper().readTree(yaml).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
