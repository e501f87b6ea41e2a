package org.concurrencylab.books;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.concurrencylab.api.SellerQuote;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The external service, as its HTTP API is. */
@RegisterRestClient(configKey = "sellers")
public interface SellerClient {

    /** What the seller of this number asks for the book; what any seller asks where the number is null. */
    @GET
    @Path("/quotes/{isbn}")
    Uni<SellerQuote> quote(@PathParam("isbn") String isbn, @QueryParam("seller") Integer seller);
}
