package org.concurrencylab.contract;

import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import org.concurrencylab.contract.fixture.WithLabResources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A connection to the service under test, which is that of {@code @QuarkusTest} unless {@link ContractTarget} says. */
@ExtendWith(ContractParameters.Resolver.class)
@WithLabResources
public abstract class ServiceChecks {

    /** Where {@code @QuarkusTest} has started the service; null anywhere else. */
    @TestHTTPResource
    URI application;

    private Api api;

    /** Connects to the service. */
    @BeforeEach
    final void connect(ContractParameters parameters) {
        api = new Api(parameters.target(application), parameters.walk());
    }

    /** Leaves the database as it was. */
    @AfterEach
    final void removeBooks() {
        api.removeBooks();
    }

    /** The service under test. */
    public final Api api() {
        return api;
    }
}
