package org.concurrencylab.books;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.BookInput;
import org.concurrencylab.api.BookPage;
import org.concurrencylab.api.Offer;
import org.concurrencylab.api.Offers;
import org.concurrencylab.api.Order;
import org.concurrencylab.api.OrderInput;
import org.concurrencylab.api.SellerQuote;
import org.concurrencylab.api.http.Answers;
import org.concurrencylab.api.http.IfMatch;
import org.concurrencylab.api.http.IfNoneMatch;
import org.concurrencylab.api.http.PageRequest;
import org.concurrencylab.api.http.SellerAnswer;
import org.concurrencylab.api.http.SellerCount;
import org.concurrencylab.api.http.StockEvents;
import org.jboss.resteasy.reactive.RestResponse;

/** The API of the books. */
@Path("/books")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class BookResource {

    private final BookStore books;
    private final SellerGateway sellers;
    private final SellerFanOut fanOut;
    private final Covers covers;
    private final StockEvents events;

    BookResource(
            BookStore books, SellerGateway sellers, SellerFanOut fanOut, Covers covers, StockEvents events) {
        this.books = books;
        this.sellers = sellers;
        this.fanOut = fanOut;
        this.covers = covers;
        this.events = events;
    }

    @GET
    public BookPage list(@QueryParam("limit") String limit, @QueryParam("after") String after) {
        PageRequest request = PageRequest.of(limit, after);
        List<Book> rows = books.page(request.after(), request.rows());
        return Answers.page(rows, request);
    }

    @POST
    public RestResponse<Book> create(@NotNull @Valid BookInput input) {
        Book book = books.create(input);
        return Answers.created(book);
    }

    @GET
    @Path("{id}")
    public RestResponse<Book> get(@PathParam("id") long id, @HeaderParam("If-None-Match") IfNoneMatch known) {
        Book book = books.find(id);
        return Answers.found(book, known);
    }

    @PUT
    @Path("{id}")
    public RestResponse<Book> replace(
            @PathParam("id") long id, @HeaderParam("If-Match") IfMatch base, @NotNull @Valid BookInput input) {
        long version = IfMatch.version(base);
        boolean replaced = books.replace(id, version, input);
        if (!replaced) {
            Book current = books.find(id);
            throw Answers.stale(current);
        }
        RestResponse<Book> answer = Answers.replaced(id, version, input);
        events.changed(answer.getEntity()).join();
        return answer;
    }

    @DELETE
    @Path("{id}")
    public RestResponse<Void> delete(@PathParam("id") long id, @HeaderParam("If-Match") IfMatch base) {
        long version = IfMatch.version(base);
        boolean deleted = books.delete(id, version);
        if (!deleted) {
            Book current = books.find(id);
            throw Answers.stale(current);
        }
        covers.remove(id);
        return RestResponse.noContent();
    }

    @POST
    @Path("{id}/orders")
    public RestResponse<Order> order(@PathParam("id") long id, @NotNull @Valid OrderInput input) {
        Order order = books.order(id, input.quantity());
        if (order == null) {
            Book current = books.find(id);
            throw Answers.outOfStock(current);
        }
        announce(id);
        return Answers.ordered(order);
    }

    /** The order stands, whatever comes of this. */
    private void announce(long id) {
        if (!events.areHeard()) {
            return;
        }
        try {
            events.changed(books.find(id)).join();
        } catch (RuntimeException e) {
            events.missed();
        }
    }

    @GET
    @Path("{id}/offer")
    public Offer offer(@PathParam("id") long id) {
        Book book = Answers.existing(books.find(id));
        SellerQuote quote = sellers.quote(book.isbn(), null);
        return Answers.offer(book, quote);
    }

    @GET
    @Path("{id}/offers")
    public Offers offers(@PathParam("id") long id, @QueryParam("sellers") String count) {
        int asked = SellerCount.of(count);
        Book book = Answers.existing(books.find(id));
        List<SellerAnswer> answers = fanOut.ask(asked, seller -> sellers.quote(book.isbn(), seller));
        return Answers.offers(book, asked, answers);
    }
}
