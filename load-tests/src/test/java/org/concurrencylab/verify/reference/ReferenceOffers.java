package org.concurrencylab.verify.reference;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.Offer;
import org.concurrencylab.api.ProblemType;
import org.concurrencylab.api.SellerQuote;

/** Asks the seller, and after some failures in a row does not for a while. */
final class ReferenceOffers {

    static final Duration TIMEOUT = Duration.ofMillis(200);
    private static final long OPEN_NANOS = Duration.ofMillis(300).toNanos();
    private static final int FAILURES_TO_OPEN = 5;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI sellers;
    private int failures;
    private long closesAt = System.nanoTime();

    ReferenceOffers(URI sellers) {
        this.sellers = sellers;
    }

    synchronized Offer offer(Book book) {
        if (failures >= FAILURES_TO_OPEN && System.nanoTime() < closesAt) {
            throw new Refused(ProblemType.OVERLOADED);
        }
        SellerQuote quote = quote(book.isbn());
        failures = 0;
        return new Offer(book.id(), book.isbn(), book.priceCents(), quote.seller(), quote.priceCents());
    }

    private SellerQuote quote(String isbn) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sellers + "/quotes/" + isbn))
                .timeout(TIMEOUT)
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw failed(ProblemType.SELLER_FAILED);
            }
            return new ObjectMapper().readValue(answer.body(), SellerQuote.class);
        } catch (HttpTimeoutException e) {
            throw failed(ProblemType.SELLER_TIMEOUT);
        } catch (IOException e) {
            throw failed(ProblemType.SELLER_FAILED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(ProblemType.INTERNAL);
        }
    }

    private Refused failed(ProblemType type) {
        failures++;
        closesAt = System.nanoTime() + OPEN_NANOS;
        return new Refused(type);
    }
}
