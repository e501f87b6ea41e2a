package org.concurrencylab.books;

import io.smallrye.mutiny.Uni;
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
import org.concurrencylab.api.http.Answers;
import org.concurrencylab.api.http.IfMatch;
import org.concurrencylab.api.http.IfNoneMatch;
import org.concurrencylab.api.http.PageRequest;
import org.concurrencylab.api.http.PageToken;
import org.concurrencylab.api.http.SellerCount;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * The API of the books. Whoever leaves, the request runs to its end, as it does on a thread: cancelled amid a
 * transaction, it may keep its connection for ever (quarkusio/quarkus issue 51576).
 */
@Cancellable(false)
@Path("/books")
@Produces(MediaType.APPLICATION_JSON)
class BookResource {

    private final BookStore books;
    private final SellerGateway sellers;
    private final SellerFanOut fanOut;
    private final Covers covers;

    BookResource(BookStore books, SellerGateway sellers, SellerFanOut fanOut, Covers covers) {
        this.books = books;
        this.sellers = sellers;
        this.fanOut = fanOut;
        this.covers = covers;
    }

    @GET
    public Uni<BookPage> list(
            @QueryParam("limit") String limit, @QueryParam("after") String after, @QueryParam("sort") String sort) {
        PageRequest request = PageRequest.of(limit, after, sort);
        return rows(request).map(rows -> Answers.page(rows, request));
    }

    @POST
    public Uni<RestResponse<Book>> create(@NotNull @Valid BookInput input) {
        return books.create(input).map(book -> Answers.created(book));
    }

    @GET
    @Path("{id}")
    public Uni<RestResponse<Book>> get(@PathParam("id") long id, @HeaderParam("If-None-Match") IfNoneMatch known) {
        return books.find(id).map(book -> Answers.found(book, known));
    }

    @PUT
    @Path("{id}")
    public Uni<RestResponse<Book>> replace(
            @PathParam("id") long id, @HeaderParam("If-Match") IfMatch base, @NotNull @Valid BookInput input) {
        long version = IfMatch.version(base);
        return books.replace(id, version, input).chain(replaced -> {
            if (!replaced) {
                return books.find(id).chain(current -> Uni.createFrom().failure(Answers.stale(current)));
            }
            return Uni.createFrom().item(Answers.replaced(id, version, input));
        });
    }

    @DELETE
    @Path("{id}")
    public Uni<RestResponse<Void>> delete(@PathParam("id") long id, @HeaderParam("If-Match") IfMatch base) {
        long version = IfMatch.version(base);
        return books.delete(id, version).chain(deleted -> {
            if (!deleted) {
                return books.find(id).chain(current -> Uni.createFrom().failure(Answers.stale(current)));
            }
            return covers.remove(id).replaceWith(RestResponse.noContent());
        });
    }

    @POST
    @Path("{id}/orders")
    public Uni<RestResponse<Order>> order(@PathParam("id") long id, @NotNull @Valid OrderInput input) {
        return books.order(id, input.quantity()).chain(order -> {
            if (order == null) {
                return books.find(id).chain(current -> Uni.createFrom().failure(Answers.outOfStock(current)));
            }
            return Uni.createFrom().item(Answers.ordered(order));
        });
    }

    @GET
    @Path("{id}/offer")
    public Uni<Offer> offer(@PathParam("id") long id) {
        return books.find(id)
                .map(found -> Answers.existing(found))
                .chain(book -> sellers.quote(book.isbn(), null).map(quote -> Answers.offer(book, quote)));
    }

    @GET
    @Path("{id}/offers")
    public Uni<Offers> offers(@PathParam("id") long id, @QueryParam("sellers") String count) {
        int asked = SellerCount.of(count);
        return books.find(id)
                .map(found -> Answers.existing(found))
                .chain(book -> fanOut.ask(asked, seller -> sellers.quote(book.isbn(), seller))
                        .map(answers -> Answers.offers(book, asked, answers)));
    }

    private Uni<List<Book>> rows(PageRequest request) {
        PageToken after = request.after();
        return request.byPrice()
                ? books.cheapest(after.lastPrice(), after.lastId(), request.rows())
                : books.page(after.lastId(), request.rows());
    }
}
