package org.concurrencylab.verify;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.concurrencylab.verify.reference.Answer;
import org.concurrencylab.verify.reference.Request;

/** What can be done wrong with covers, between the caller and a service that does it right. */
final class WrongCovers {

    private static final int LARGEST = 1024 * 1024;
    private static final String PNG = "\u0089PNG\r\n\u001a\n";

    private WrongCovers() {}

    static boolean isImage(Answer answer) {
        return answer.headers().getOrDefault("Content-Type", "").startsWith("image/");
    }

    /** A cover that is too large becomes one that is not. */
    static Request cut(Request request) {
        return isUpload(request)
                ? request.withBody(body -> body.substring(0, Math.min(body.length(), LARGEST)))
                : request;
    }

    /** A cover of another type counts as a PNG. */
    static Request asPng(Request request) {
        boolean known = request.header("content-type").orElse("").matches("(?i)image/(png|jpeg|webp).*");
        return isUpload(request) && !known ? request.with("content-type", "image/png") : request;
    }

    /** Whatever comes as a PNG begins like one. */
    static Request asImage(Request request) {
        boolean png = request.header("content-type").orElse("").equals("image/png");
        return isUpload(request) && png && request.body().length > 0 ? request.withBody(body -> PNG + body) : request;
    }

    /** Says that it has stored a second cover, and has not. */
    static UnaryOperator<Function<Request, Answer>> keepsTheFirst() {
        return api -> {
            Map<String, Answer> stored = new ConcurrentHashMap<>();
            return request -> isUpload(request)
                    ? stored.computeIfAbsent(request.path(), path -> api.apply(request))
                    : api.apply(request);
        };
    }

    /** Answers the last cover of a path for ever. */
    static UnaryOperator<Function<Request, Answer>> forgetsNone() {
        return api -> {
            Map<String, Answer> seen = new ConcurrentHashMap<>();
            Set<String> uploaded = ConcurrentHashMap.newKeySet();
            return request -> {
                Answer answer = api.apply(request);
                if (isUpload(request) && answer.status() == 204 && uploaded.add(request.path())) {
                    seen.put(request.path(), api.apply(request.withMethod("GET")));
                }
                boolean gone = request.method().equals("GET") && answer.status() == 404;
                return gone ? seen.getOrDefault(request.path(), answer) : answer;
            };
        };
    }

    private static boolean isUpload(Request request) {
        return request.method().equals("PUT") && request.path().endsWith("/cover");
    }
}
