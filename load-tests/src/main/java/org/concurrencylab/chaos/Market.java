package org.concurrencylab.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.concurrencylab.api.Book;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.experiments.PlainClient;
import org.concurrencylab.experiments.PlainClient.Reply;
import org.concurrencylab.simulations.Isbn;

/** Where all customers of one load meet: the service, the ledger, and the few books that everybody orders. */
final class Market {

    /** Few, so that orders of different customers meet in one row. */
    static final int COUNTERS = 8;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OUT_OF_STOCK = 409;

    private final PlainClient client;
    private final URI url;
    private final Ledger ledger;
    private final AtomicLong isbns;
    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    private final AtomicReferenceArray<Book> counters = new AtomicReferenceArray<>(COUNTERS);

    /** @param isbns counts the ISBNs that are used up, over all loads of a run */
    Market(PlainClient client, URI url, Ledger ledger, AtomicLong isbns) {
        this.client = client;
        this.url = url;
        this.ledger = ledger;
        this.isbns = isbns;
    }

    PlainClient client() {
        return client;
    }

    URI url() {
        return url;
    }

    Ledger ledger() {
        return ledger;
    }

    /** An ISBN that no book has had. */
    String newIsbn() {
        return Isbn.ofCreated(isbns.incrementAndGet());
    }

    /** The book that is sold there now. */
    Book onSale(int counter) {
        return counters.get(counter);
    }

    /** Another book is sold there from now on. */
    void sell(int counter, Book book) {
        ledger.onSale(book);
        counters.set(counter, book);
    }

    /** Sends a request and notes how it ended; empty without an answer. */
    Optional<Reply> ask(Operation operation, Set<Integer> good, Supplier<Reply> request) {
        long sent = System.nanoTime();
        try {
            Reply reply = request.get();
            String problem = problem(reply);
            boolean well =
                    good.contains(reply.status()) && (reply.status() != OUT_OF_STOCK || problem.equals("out-of-stock"));
            note(operation, (reply.status() + " " + problem).strip(), well, sent);
            return Optional.of(reply);
        } catch (LabFailure none) {
            note(operation, silence(none.getCause()), false, sent);
            return Optional.empty();
        }
    }

    private void note(Operation operation, String kind, boolean good, long sent) {
        outcomes.add(new Outcome(operation, kind, good, sent, System.nanoTime()));
    }

    private static String silence(Throwable cause) {
        return switch (cause) {
            case ConnectException refused -> "no connection";
            case HttpTimeoutException late -> "no answer in time";
            case null, default -> "no answer";
        };
    }

    /** The kind of problem, without what all kinds begin with; empty when the body is none. */
    private static String problem(Reply reply) {
        if (!reply.body().startsWith("{\"type\"")) {
            return "";
        }
        try {
            String type = JSON.readTree(reply.body()).path("type").asText();
            return type.substring(type.lastIndexOf(':') + 1);
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    /** How each request ended, so far. */
    List<Outcome> outcomes() {
        return List.copyOf(outcomes);
    }
}
