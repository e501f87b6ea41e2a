package org.concurrencylab.books;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import org.concurrencylab.api.wrong.BlockingSeller;
import org.concurrencylab.books.wrong.BlockingSellerClient;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** How the external service is called. */
@Singleton
class SellerCall {

    @Produces
    @Singleton
    @Startup
    SellerClient client(
            LabConfig lab,
            @RestClient SellerClient right,
            @ConfigProperty(name = "quarkus.rest-client.sellers.url") URI sellers) {
        SellerClient blocking = new BlockingSellerClient(right, new BlockingSeller(sellers, lab.sellerTimeout()));
        return (isbn, seller) -> Uni.createFrom()
                .deferred(() -> blocking.quote(isbn, seller))
                .emitOn(Infrastructure.getDefaultWorkerPool());
    }
}
