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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.Offer;
import org.concurrencylab.api.Offers;
import org.concurrencylab.api.ProblemType;
import org.concurrencylab.api.SellerQuote;

/** Asks the sellers one after another, and after some failures in a row does not for a while. */
final class ReferenceOffers {

    static final Duration TIMEOUT = Duration.ofMillis(200);
    private static final long OPEN_NANOS = Duration.ofMillis(300).toNanos();
    private static final int FAILURES_TO_OPEN = 5;
    private static final List<ProblemType> WORST_FIRST =
            List.of(ProblemType.SELLER_FAILED, ProblemType.SELLER_TIMEOUT, ProblemType.OVERLOADED);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI sellers;
    private int failures;
    private long closesAt = System.nanoTime();

    ReferenceOffers(URI sellers) {
        this.sellers = sellers;
    }

    synchronized Offer offer(Book book) {
        SellerQuote quote = ask("/quotes/" + book.isbn());
        return new Offer(book.id(), book.isbn(), book.priceCents(), quote.seller(), quote.priceCents());
    }

    synchronized Offers offers(Book book, int asked) {
        SellerQuote best = null;
        Set<ProblemType> failed = EnumSet.noneOf(ProblemType.class);
        int answered = 0;
        for (int seller = 1; seller <= asked; seller++) {
            try {
                SellerQuote quote = ask("/quotes/" + book.isbn() + "?seller=" + seller);
                best = best == null || quote.priceCents() < best.priceCents() ? quote : best;
                answered++;
            } catch (Refused refused) {
                failed.add(refused.type());
            }
        }
        if (best == null) {
            throw new Refused(
                    WORST_FIRST.stream().filter(failed::contains).findFirst().orElseThrow());
        }
        return new Offers(
                book.id(), book.isbn(), book.priceCents(), best.seller(), best.priceCents(), asked, asked - answered);
    }

    private SellerQuote ask(String path) {
        if (failures >= FAILURES_TO_OPEN && System.nanoTime() < closesAt) {
            throw new Refused(ProblemType.OVERLOADED);
        }
        SellerQuote quote = quote(path);
        failures = 0;
        return quote;
    }

    private SellerQuote quote(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sellers + path))
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
