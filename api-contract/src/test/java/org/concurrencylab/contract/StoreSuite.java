package org.concurrencylab.contract;

import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import org.concurrencylab.contract.fixture.WithLabResources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a service must do with its database, for one more way to talk to it: the rest of {@link ContractSuite} does not
 * depend on that. Each check makes the books it needs and removes them, so that the database may hold others.
 */
@ExtendWith(ContractParameters.Resolver.class)
@WithLabResources
public abstract class StoreSuite
        implements ReadingContract, PagingContract, WritingContract, PreconditionContract, OrderContract, RaceContract {

    /** Where {@code @QuarkusTest} has started the service; null anywhere else. */
    @TestHTTPResource
    URI application;

    private Api api;

    /** Connects to the service. */
    @BeforeEach
    final void connect(ContractParameters parameters) {
        api = new Api(parameters.target(application));
    }

    /** Leaves the database as it was. */
    @AfterEach
    final void removeBooks() {
        api.removeBooks();
    }

    @Override
    public final Api api() {
        return api;
    }
}
