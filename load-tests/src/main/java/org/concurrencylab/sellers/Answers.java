package org.concurrencylab.sellers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import org.concurrencylab.api.SellerQuote;

/** Writes the stub's JSON answers. */
final class Answers {

    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final JsonMapper MAPPER = new JsonMapper();

    private Answers() {}

    /** Built by hand, not by a mapper: the stub shares a core with the load generator, and every field is plain. */
    static void quote(HttpServerResponse response, SellerQuote quote) {
        json(
                response,
                "{\"seller\":\"" + quote.seller() + "\",\"isbn\":\"" + quote.isbn() + "\",\"priceCents\":"
                        + quote.priceCents() + '}');
    }

    static void error(HttpServerResponse response, int status, String sentence) {
        response.setStatusCode(status);
        value(response, Map.of("error", sentence));
    }

    /** For the rare requests only. */
    static void value(HttpServerResponse response, Object value) {
        try {
            json(response, MAPPER.writeValueAsString(value));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void json(HttpServerResponse response, String body) {
        response.putHeader(HttpHeaders.CONTENT_TYPE, JSON).end(body);
    }
}
