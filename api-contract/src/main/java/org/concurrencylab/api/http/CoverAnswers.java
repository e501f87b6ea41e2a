package org.concurrencylab.api.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.concurrencylab.api.ProblemType;
import org.jboss.resteasy.reactive.RestResponse;

/** The answers about covers. Throws the problem where there is nothing good to answer. */
public final class CoverAnswers {

    private CoverAnswers() {}

    /** 204 with the tag of the cover that is there now, be it the book's first or not. */
    public static RestResponse<Void> stored(CoverHead head) {
        return RestResponse.ResponseBuilder.<Void>noContent()
                .header(HttpHeaders.ETAG, head.etag())
                .build();
    }

    /**
     * 200 with the image, 304 when the caller has it already, 404 when the cover is null. A plain Response, because of
     * a RestResponse with one of several media types the framework would write what its toString() says.
     */
    public static Response found(StoredCover<?> cover) {
        if (cover == null) {
            throw new ProblemException(ProblemType.NOT_FOUND, "This book has no cover; PUT one here.");
        }
        if (cover.image() == null) {
            return Response.notModified()
                    .header(HttpHeaders.ETAG, cover.head().etag())
                    .build();
        }
        return Response.ok(cover.image())
                .type(cover.head().type().mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, cover.length())
                .header(HttpHeaders.ETAG, cover.head().etag())
                .build();
    }
}
