package org.concurrencylab.verify.reference;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.concurrencylab.api.ProblemType;

/** The covers, as text of which each character is a byte. */
final class ReferenceCovers {

    static final int LARGEST = 1024 * 1024;

    /** How each type's images begin. */
    private static final Map<String, String> BEGINNINGS = Map.of(
            "image/png",
            "\u0089PNG\r\n\u001a\n.*",
            "image/jpeg",
            "\u00ff\u00d8\u00ff.*",
            "image/webp",
            "RIFF....WEBP.*");

    private final Map<Long, Answer> covers = new HashMap<>();
    private int lastTag;

    static void requireReadable(Request request) {
        if (!request.header("content-type").orElse("any/type").matches("[^/]+/[^/]+")) {
            throw new Refused("Content-Type", "must be a media type");
        }
    }

    synchronized Answer put(long id, Request request) {
        String type = request.header("content-type").orElse("").split(";")[0].strip();
        String beginning = BEGINNINGS.get(type.toLowerCase(Locale.ROOT));
        if (beginning == null) {
            throw new Refused(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        }
        if (request.body().length > LARGEST) {
            throw new Refused(ProblemType.BODY_TOO_LARGE);
        }
        String image = new String(request.body(), StandardCharsets.ISO_8859_1);
        if (!image.matches("(?s)" + beginning)) {
            throw new Refused("body", "must be an image of its type");
        }
        Answer cover = Answer.text(200, type.toLowerCase(Locale.ROOT), image).with("ETag", "\"c" + ++lastTag + "\"");
        covers.put(id, cover);
        return new Answer(204, cover.headers(), "").without("Content-Type");
    }

    synchronized Answer get(long id, Request request) {
        Answer cover = covers.get(id);
        if (cover == null) {
            throw new Refused(ProblemType.NOT_FOUND);
        }
        boolean known = ReferenceApi.knows(request, cover.headers().get("ETag"));
        return known ? new Answer(304, cover.headers(), "").without("Content-Type") : cover;
    }
}
