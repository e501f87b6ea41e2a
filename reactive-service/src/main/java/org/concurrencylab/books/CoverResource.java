package org.concurrencylab.books;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.concurrencylab.api.http.Answers;
import org.concurrencylab.api.http.CoverAnswers;
import org.concurrencylab.api.http.IfNoneMatch;
import org.concurrencylab.api.http.ProblemException;
import org.jboss.resteasy.reactive.RestResponse;

/** Work for the disk: the covers of the books. */
@Path("/books")
class CoverResource {

    private final BookStore books;
    private final Covers covers;

    CoverResource(BookStore books, Covers covers) {
        this.books = books;
        this.covers = covers;
    }

    @PUT
    @Path("{id}/cover")
    public Uni<RestResponse<Void>> store(
            @PathParam("id") long id, @HeaderParam("Content-Type") String type, @Context HttpServerRequest body) {
        return books.find(id)
                .map(found -> Answers.existing(found))
                .chain(book -> covers.store(id, type, body))
                .map(head -> CoverAnswers.stored(head))
                .onFailure(ProblemException.class)
                .call(() -> covers.discard(body));
    }

    @GET
    @Path("{id}/cover")
    @Produces({"image/png", "image/jpeg", "image/webp"})
    public Uni<Response> get(@PathParam("id") long id, @HeaderParam("If-None-Match") IfNoneMatch known) {
        return books.find(id)
                .map(found -> Answers.existing(found))
                .chain(book -> covers.open(id, known))
                .map(cover -> CoverAnswers.found(cover));
    }
}
