package org.concurrencylab.books;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.concurrencylab.api.http.Answers;
import org.concurrencylab.api.http.CoverAnswers;
import org.concurrencylab.api.http.CoverHead;
import org.concurrencylab.api.http.IfNoneMatch;
import org.concurrencylab.api.http.ProblemException;
import org.concurrencylab.api.http.StoredCover;
import org.jboss.resteasy.reactive.RestResponse;

/** Work for the disk: the covers of the books. */
@Path("/books")
@RunOnVirtualThread
class CoverResource {

    private final BookStore books;
    private final Covers covers;

    CoverResource(BookStore books, Covers covers) {
        this.books = books;
        this.covers = covers;
    }

    @PUT
    @Path("{id}/cover")
    public RestResponse<Void> store(
            @PathParam("id") long id, @HeaderParam("Content-Type") String type, InputStream body) {
        try {
            Answers.existing(books.find(id));
            CoverHead head = covers.store(id, type, body);
            return CoverAnswers.stored(head);
        } catch (ProblemException refused) {
            covers.discard(body);
            throw refused;
        }
    }

    @GET
    @Path("{id}/cover")
    @Produces({"image/png", "image/jpeg", "image/webp"})
    public Response get(@PathParam("id") long id, @HeaderParam("If-None-Match") IfNoneMatch known) {
        Answers.existing(books.find(id));
        StoredCover<InputStream> cover = covers.open(id, known);
        return CoverAnswers.found(cover);
    }
}
