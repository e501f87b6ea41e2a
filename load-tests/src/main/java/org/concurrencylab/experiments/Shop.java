package org.concurrencylab.experiments;

import java.net.URI;
import java.util.concurrent.ThreadLocalRandom;
import org.concurrencylab.api.BookInput;
import org.concurrencylab.api.OrderInput;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.simulations.Isbn;

/**
 * A service, as its customers see it.
 *
 * @param client whose connections are used
 * @param url where it answers
 */
public record Shop(PlainClient client, URI url) {

    /** Status of an answer that brings what was asked for. */
    public static final int OK = 200;
    /** Status of a new book, and of an order that was accepted. */
    public static final int CREATED = 201;
    /** Status of an order for which copies are lacking. */
    public static final int CONFLICT = 409;

    private static final int ISBNS = 1_000_000_000;

    /**
     * Makes a book.
     *
     * @return its number
     * @throws LabFailure when the service does not make it
     */
    public long newBook(int stock) {
        long isbn = ThreadLocalRandom.current().nextLong(ISBNS);
        PlainClient.Reply created =
                client.post(url, "/books", new BookInput(Isbn.ofCreated(isbn), "Many want it", "Nobody", 1_000, stock));
        if (created.status() != CREATED) {
            throw new LabFailure(
                    "POST /books is answered with status %d: %s".formatted(created.status(), created.body()));
        }
        return created.json().path("id").asLong();
    }

    /** Orders one copy; the status of the answer. */
    public int order(long book) {
        return client.post(url, "/books/" + book + "/orders", new OrderInput(1)).status();
    }

    /** Reads a book. */
    public PlainClient.Reply read(long book) {
        return client.get(url, "/books/" + book);
    }

    /** Asks for the offer of one seller; the status of the answer. */
    public int offer(long book) {
        return askOffer(book).status();
    }

    /** Asks for the offer of one seller. */
    public PlainClient.Reply askOffer(long book) {
        return client.get(url, "/books/" + book + "/offer");
    }

    /** Copies that are left. */
    public int stock(long book) {
        return read(book).json().path("stock").asInt();
    }
}
