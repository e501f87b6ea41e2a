package org.concurrencylab.books;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import org.concurrencylab.api.wrong.BlockingSeller;
import org.concurrencylab.books.wrong.BlockingSellerClient;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Chooses how the external service is called, when the service starts. */
@Singleton
class SellerCall {

    @Produces
    @Singleton
    @Startup
    SellerClient client(
            LabConfig lab,
            @RestClient SellerClient right,
            @ConfigProperty(name = "quarkus.rest-client.sellers.url") URI sellers) {
        return BlockingSellerClient.isAskedFor(lab.wrong().sellerCall())
                ? new BlockingSellerClient(right, new BlockingSeller(sellers, lab.sellerTimeout()))
                : right;
    }
}
