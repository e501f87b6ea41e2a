package org.concurrencylab.sellers;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import org.concurrencylab.api.SellerBehaviour;

/** Sends each request to its handler. All state in here belongs to the one event loop that serves every connection. */
final class Routes {

    private final Traffic traffic = new Traffic();
    private final Quotes quotes;
    private Fates fates;

    Routes(Vertx vertx, SellerBehaviour behaviour) {
        this.quotes = new Quotes(vertx, traffic);
        this.fates = new Fates(behaviour);
    }

    void handle(HttpServerRequest request) {
        String path = request.path();
        if (path.startsWith(Quotes.PATH)) {
            if (allowed(request, HttpMethod.GET)) {
                quotes.answer(request, path, fates.next());
            }
            return;
        }
        switch (path) {
            case "/control" -> control(request);
            case "/stats" -> {
                if (allowed(request, HttpMethod.GET)) {
                    Answers.value(request.response(), traffic.stats());
                }
            }
            case "/health" -> {
                if (allowed(request, HttpMethod.GET)) {
                    Answers.value(request.response(), Map.of("status", "UP"));
                }
            }
            default -> Answers.error(request.response(), 404, "No such resource.");
        }
    }

    private void control(HttpServerRequest request) {
        if (!allowed(request, HttpMethod.GET, HttpMethod.PUT)) {
            return;
        }
        if (request.method().equals(HttpMethod.GET)) {
            Answers.value(request.response(), fates.behaviour());
        } else {
            Control.put(request, this::behave);
        }
    }

    private void behave(SellerBehaviour behaviour) {
        fates = new Fates(behaviour);
        traffic.restartPeak();
    }

    private static boolean allowed(HttpServerRequest request, HttpMethod... methods) {
        String allowed = "";
        for (HttpMethod method : methods) {
            if (method.equals(request.method())) {
                return true;
            }
            allowed += allowed.isEmpty() ? method.name() : ", " + method.name();
        }
        request.response().putHeader(HttpHeaders.ALLOW, allowed);
        Answers.error(request.response(), 405, "Only " + allowed + " is allowed here.");
        return false;
    }
}
