package org.concurrencylab.api.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Serves {@code openapi.yaml} as it stands. An extension that builds a model of it first took 70 ms of a service's
 * start, a fifteenth.
 */
@ApplicationScoped
public class PublishedDocument {

    private static final String FILE = "/META-INF/openapi.yaml";
    private static final String PATH = "/q/openapi";

    void serve(@Observes Router router) {
        Buffer document = read();
        router.get(PATH)
                .handler(context -> context.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "application/yaml")
                        .end(document));
    }

    private static Buffer read() {
        try (InputStream file = PublishedDocument.class.getResourceAsStream(FILE)) {
            return Buffer.buffer(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
