package org.concurrencylab.contract;

import java.net.URI;
import java.util.Optional;

/**
 * The service under test.
 *
 * @param baseUrl where it answers, without a trailing slash
 * @param sellers the external service that it calls, if the suite may make that one fail
 */
public record ContractTarget(URI baseUrl, Optional<URI> sellers) {

    /** The JUnit configuration parameter, or system property, with the service's URL. */
    public static final String URL = "contract.url";

    /** The JUnit configuration parameter, or system property, with the URL of the sellers that the service calls. */
    public static final String SELLERS = "contract.sellers";
}
