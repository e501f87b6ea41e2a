package org.concurrencylab.api;

import java.util.Locale;

/** Every kind of error that the API answers. */
public enum ProblemType {
    /** The request breaks the API's rules. */
    INVALID_REQUEST(400, "Invalid request"),
    /** There is no such book, or no such path. */
    NOT_FOUND(404, "Not found"),
    /** The path does not know this method. */
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    /** The caller accepts no media type that the API speaks. */
    NOT_ACCEPTABLE(406, "Not acceptable"),
    /** Another book has this ISBN. */
    ISBN_TAKEN(409, "ISBN taken"),
    /** Fewer copies are left than were ordered. */
    OUT_OF_STOCK(409, "Out of stock"),
    /** The book has changed since the caller read it. */
    STALE_VERSION(412, "Stale version"),
    /** The body is larger than the API reads. */
    BODY_TOO_LARGE(413, "Body too large"),
    /** The body is of a media type that the API does not read. */
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    /** A change must name the version it is based on. */
    PRECONDITION_REQUIRED(428, "Precondition required"),
    /** A fault of ours. */
    INTERNAL(500, "Internal error"),
    /** The external service failed. */
    SELLER_FAILED(502, "Seller failed"),
    /** Too much is under way, or the external service has failed too often of late. */
    OVERLOADED(503, "Overloaded"),
    /** The database cannot be reached. */
    DATABASE_UNAVAILABLE(503, "Database unavailable"),
    /** The external service did not answer in time. */
    SELLER_TIMEOUT(504, "Seller timed out");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The kind of problem in words. */
    public String title() {
        return title;
    }

    /** What programs tell problems apart by. */
    public String uri() {
        return "urn:concurrency-lab:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
