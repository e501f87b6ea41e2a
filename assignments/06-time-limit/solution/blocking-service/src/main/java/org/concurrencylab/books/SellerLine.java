package org.concurrencylab.books;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.concurrencylab.api.SellerQuote;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The external service, by calls that can be hung up. */
@RegisterRestClient(configKey = "sellers")
public interface SellerLine {

    /** As {@link SellerClient#quote}. */
    @GET
    @Path("/quotes/{isbn}")
    Uni<SellerQuote> quote(@PathParam("isbn") String isbn, @QueryParam("seller") Integer seller);
}
