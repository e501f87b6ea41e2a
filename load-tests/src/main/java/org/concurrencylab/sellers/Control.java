package org.concurrencylab.sellers;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;
import org.concurrencylab.api.SellerBehaviour;

/** {@code PUT /control}: replaces the behaviour of all requests that arrive from then on. */
final class Control {

    private static final int LARGEST_BODY_BYTES = 4_096;

    private Control() {}

    static void put(HttpServerRequest request, Consumer<SellerBehaviour> change) {
        long length = contentLength(request);
        if (length < 0 || length > LARGEST_BODY_BYTES) {
            Answers.error(
                    request.response(),
                    length < 0 ? 411 : 413,
                    "PUT /control needs a Content-Length of at most %d bytes.".formatted(LARGEST_BODY_BYTES));
            return;
        }
        request.body().onSuccess(body -> {
            try {
                SellerBehaviour behaviour = BehaviourJson.parse(body.getBytes());
                change.accept(behaviour);
                Answers.value(request.response(), behaviour);
            } catch (IllegalArgumentException refused) {
                Answers.error(request.response(), 400, refused.getMessage());
            }
        });
    }

    private static long contentLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? -1 : Long.parseLong(length);
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }
}
