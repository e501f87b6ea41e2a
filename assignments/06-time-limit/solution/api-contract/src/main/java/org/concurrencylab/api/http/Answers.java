package org.concurrencylab.api.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.List;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.BookInput;
import org.concurrencylab.api.BookPage;
import org.concurrencylab.api.Offer;
import org.concurrencylab.api.Offers;
import org.concurrencylab.api.Order;
import org.concurrencylab.api.ProblemType;
import org.concurrencylab.api.SellerQuote;
import org.jboss.resteasy.reactive.RestResponse;

/** Turns what the database said into the API's answers. Throws the problem where there is nothing good to answer. */
public final class Answers {

    private Answers() {}

    /** 200 with the book, 304 when the caller has it already, 404 when it is null. */
    public static RestResponse<Book> found(Book book, IfNoneMatch known) {
        String etag = etag(existing(book));
        if (known != null && known.matches(etag)) {
            return RestResponse.ResponseBuilder.<Book>notModified()
                    .header(HttpHeaders.ETAG, etag)
                    .build();
        }
        return tagged(book);
    }

    /** 200 with the book as it is after a change that was based on the version given. */
    public static RestResponse<Book> replaced(long id, long version, BookInput input) {
        return tagged(new Book(
                id, input.isbn(), input.title(), input.author(), input.priceCents(), input.stock(), version + 1));
    }

    private static RestResponse<Book> tagged(Book book) {
        return RestResponse.ResponseBuilder.ok(book)
                .header(HttpHeaders.ETAG, etag(book))
                .build();
    }

    /** 201 with the new book, where it is and its tag. */
    public static RestResponse<Book> created(Book book) {
        return RestResponse.ResponseBuilder.<Book>created(URI.create("/books/" + book.id()))
                .entity(book)
                .header(HttpHeaders.ETAG, etag(book))
                .build();
    }

    /** 201 with the order. */
    public static RestResponse<Order> ordered(Order order) {
        return RestResponse.status(RestResponse.Status.CREATED, order);
    }

    /** The book's price beside the seller's. */
    public static Offer offer(Book book, SellerQuote quote) {
        return new Offer(book.id(), book.isbn(), book.priceCents(), quote.seller(), quote.priceCents());
    }

    /**
     * The book's price beside the best of so many sellers'; who is not among the answers was too late. Throws what
     * {@link SellerProblems#noneAnswered} says when nobody answered well.
     */
    public static Offers offers(Book book, int asked, TimeLimit limit, List<SellerAnswer> answers) {
        List<SellerAnswer> quotes =
                answers.stream().filter(SellerAnswer::succeeded).toList();
        SellerQuote best = quotes.stream()
                .min(SellerAnswer.BY_PRICE)
                .map(SellerAnswer::quote)
                .orElseThrow(() -> SellerProblems.noneAnswered(asked, answers));
        return new Offers(
                book.id(),
                book.isbn(),
                book.priceCents(),
                best.seller(),
                best.priceCents(),
                asked,
                asked - quotes.size(),
                limit.most() == null ? null : asked - answers.size());
    }

    /** One page out of the rows asked for: the row too many tells that there is a next page. */
    public static BookPage page(List<Book> rows, PageRequest request) {
        if (rows.size() <= request.limit()) {
            return new BookPage(rows, null);
        }
        List<Book> items = rows.subList(0, request.limit());
        return new BookPage(items, new PageToken(items.getLast().id()).toString());
    }

    /** The book, or 404 when it is null. */
    public static Book existing(Book book) {
        if (book == null) {
            throw ProblemException.noSuchBook();
        }
        return book;
    }

    /** Why a change that is based on a version touched no row: 404 when the book is null, else 412. */
    public static ProblemException stale(Book current) {
        return new ProblemException(
                ProblemType.STALE_VERSION,
                "The book is at version " + existing(current).version()
                        + " now; read it again and repeat your change.");
    }

    /** Why an order took nothing: 404 when the book is null, else 409. */
    public static ProblemException outOfStock(Book current) {
        return new ProblemException(
                ProblemType.OUT_OF_STOCK, "Only " + existing(current).stock() + " copies are left; order fewer.");
    }

    private static String etag(Book book) {
        return "\"" + book.version() + "\"";
    }
}
