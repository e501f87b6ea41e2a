package org.concurrencylab.simulations;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one virtual user is to do, and what became of it: the book, the answer, and when it was sent and answered
 * ({@link System#nanoTime()}). Mutable because Gatling's hooks can read the session but not all of them can change it;
 * confined to the user's event loop.
 */
public final class Call {
    /** Not answered within the request timeout. */
    public static final String TIMEOUT = "timeout";
    /** Not answered because the connection could not be made or broke. */
    public static final String CONNECTION = "connection";
    /** Answered with the right status, but without a header or field that the API promises. */
    public static final String MALFORMED = "malformed";

    private final Operation operation;
    private final KnownBook book;
    private final boolean mayBeOutdated;
    private final String pageToken;
    private String isbn;
    private boolean retried;
    private String baseUrl = "";

    private long firstSentNanos;
    private long sentNanos;
    private long endedNanos;
    private int status;
    private long version;
    private String location;
    private String nextToken;

    private Call(Operation operation, KnownBook book, boolean mayBeOutdated, String pageToken, String isbn) {
        this.operation = operation;
        this.book = book;
        this.mayBeOutdated = mayBeOutdated;
        this.pageToken = pageToken;
        this.isbn = isbn;
        this.version = book == null ? KnownBook.UNKNOWN : book.version();
    }

    Call(Operation operation, long id) {
        this(operation, new KnownBook(id, KnownBook.UNKNOWN, 0), false, null, null);
    }

    static Call on(Operation operation, KnownBook book, int slice) {
        return new Call(operation, book, book.since() != slice && book.versionKnown() && slice > 1, null, null);
    }

    static Call create(String isbn) {
        return new Call(Operation.CREATE, null, false, null, isbn);
    }

    static Call page(Optional<String> token) {
        return new Call(Operation.PAGE, null, false, token.orElse(null), null);
    }

    public Operation operation() {
        return operation;
    }

    KnownBook book() {
        return book;
    }

    String isbn() {
        return isbn;
    }

    /** The version that an update or a delete names; unknown until it was looked up. */
    long version() {
        return version;
    }

    /** Sends it to a service of its own, whatever the others ask. */
    public void to(String service) {
        baseUrl = service;
    }

    /** Without a service of its own a path, which Gatling puts behind its base address. */
    String url() {
        return baseUrl + path();
    }

    String path() {
        return switch (operation) {
            case READ, UPDATE, DELETE -> "/books/" + book.id();
            case ORDER -> "/books/" + book.id() + "/orders";
            case OFFER -> "/books/" + book.id() + "/offer";
            case FORECAST -> "/books/" + book.id() + "/forecast?paths=1000";
            case CREATE -> "/books";
            case PAGE -> pageToken == null ? "/books?limit=20" : "/books?limit=20&after=" + pageToken;
        };
    }

    /** Stamped immediately before Gatling builds the request and takes a connection for it. */
    void sending() {
        sentNanos = System.nanoTime();
        if (firstSentNanos == 0) {
            firstSentNanos = sentNanos;
        }
        status = 0;
        endedNanos = 0;
    }

    /** Stamped when the whole answer is there. */
    boolean answered(int code) {
        endedNanos = System.nanoTime();
        status = code;
        return expected();
    }

    /** A lookup's answer: no end of the call unless it failed. */
    boolean lookedUp(int code) {
        return answered(code) || code == 200;
    }

    void learnVersion(String etag) {
        version = etag == null ? KnownBook.UNKNOWN : Etag.version(etag);
    }

    void learnLocation(String value) {
        location = value;
    }

    void learnNextPage(String token) {
        nextToken = token;
    }

    boolean conflicts() {
        return operation == Operation.CREATE && status == 409 && !retried;
    }

    void retryWith(String otherIsbn) {
        retried = true;
        isbn = otherIsbn;
    }

    /** Called at the end of the user; an answer has its time already, a failure ends here. */
    void ended() {
        if (endedNanos == 0) {
            endedNanos = System.nanoTime();
        }
    }

    private boolean expected() {
        return switch (operation) {
            case READ, PAGE, OFFER, FORECAST -> status == 200;
            case ORDER -> status == 201;
            case UPDATE -> status == 200 || status == 412 && mayBeOutdated;
            case CREATE -> status == 201 || conflicts();
            case DELETE -> status == 204 || (status == 404 || status == 412) && mayBeOutdated;
        };
    }

    private boolean malformed() {
        return switch (operation) {
            case UPDATE -> status == 200 && version == KnownBook.UNKNOWN;
            case CREATE ->
                status == 201 && (version == KnownBook.UNKNOWN || createdBook().isEmpty());
            case READ, PAGE, ORDER, DELETE, OFFER, FORECAST -> false;
        };
    }

    /** True for the answer that a correct service gives. */
    public boolean good() {
        return expected() && !malformed();
    }

    /** The status code, or {@link #TIMEOUT}, {@link #CONNECTION}, {@link #MALFORMED}. */
    public String result(long timeoutNanos) {
        if (status == 0) {
            // Gatling tells a check nothing about failures, but its timer starts after the send and never fires early.
            return endedNanos - sentNanos >= timeoutNanos ? TIMEOUT : CONNECTION;
        }
        return expected() && malformed() ? MALFORMED : Integer.toString(status);
    }

    /** When the user's first request went out: for an update of unknown version that is the lookup. */
    public long firstSentNanos() {
        return firstSentNanos;
    }

    /** When the measured request went out. */
    public long sentNanos() {
        return sentNanos;
    }

    /** When the answer was complete, or the failure was known. */
    public long endedNanos() {
        return endedNanos;
    }

    long versionAfter() {
        return operation == Operation.UPDATE && status != 200 ? KnownBook.UNKNOWN : version;
    }

    OptionalLong createdBook() {
        return status == 201 ? Etag.trailingNumber(location) : OptionalLong.empty();
    }

    Optional<String> nextPage() {
        return Optional.ofNullable(nextToken);
    }
}
