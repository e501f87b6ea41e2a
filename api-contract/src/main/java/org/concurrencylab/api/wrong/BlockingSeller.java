package org.concurrencylab.api.wrong;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.concurrencylab.api.SellerQuote;

/**
 * Asks the external service with a client that blocks the thread that calls it until the answer is there: nothing to
 * notice on a worker thread or a virtual one, the end of all other requests on an event loop.
 */
public final class BlockingSeller {

    /** They read the answers; whoever asked waits on the own thread all the same. */
    private static final int READERS = 4;

    private static final int OK = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final URI sellers;
    private final Duration timeout;

    /**
     * Connects when first asked.
     *
     * @param sellers where the external service answers
     * @param timeout longest wait for a connection, and for an answer
     */
    public BlockingSeller(URI sellers, Duration timeout) {
        this.sellers = sellers;
        this.timeout = timeout;
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .executor(Executors.newFixedThreadPool(
                        READERS,
                        Thread.ofPlatform().daemon().name("blocking-seller-", 0).factory()))
                .build();
    }

    /** The seller's quote. Throws when it fails, with a {@link TimeoutException} as the cause when it is too slow. */
    public SellerQuote quote(String isbn) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sellers + "/quotes/" + isbn))
                .timeout(timeout)
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK) {
                throw new IllegalStateException("The seller answered " + answer.statusCode());
            }
            return JSON.readValue(answer.body(), SellerQuote.class);
        } catch (HttpTimeoutException e) {
            throw new CompletionException(new TimeoutException(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }
}
