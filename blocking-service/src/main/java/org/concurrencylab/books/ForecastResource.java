package org.concurrencylab.books;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.Forecast;
import org.concurrencylab.api.http.Answers;
import org.concurrencylab.api.http.ForecastRequest;

/** Work for the CPU: what a book may cost two years from now. */
@Path("/books")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ForecastResource {

    private final BookStore books;
    private final Forecaster forecaster;

    ForecastResource(BookStore books, Forecaster forecaster) {
        this.books = books;
        this.forecaster = forecaster;
    }

    @GET
    @Path("{id}/forecast")
    public Forecast forecast(@PathParam("id") long id, @QueryParam("paths") String paths) {
        ForecastRequest request = ForecastRequest.of(paths);
        Book book = Answers.existing(books.find(id));
        return forecaster.forecast(book, request.paths());
    }
}
