package org.concurrencylab.contract;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * What the suite was told in JUnit's configuration parameters, which fall back to system properties.
 *
 * @param url {@link ContractTarget#URL}
 * @param sellers {@link ContractTarget#SELLERS}
 * @param walk that the checks of a class share
 */
record ContractParameters(Optional<String> url, Optional<String> sellers, Walk walk) {

    /** The target; without a URL that is the application at the address given, null if there is none. */
    ContractTarget target(URI application) {
        URI baseUrl = url.map(ContractParameters::withoutTrailingSlash)
                .or(() -> Optional.ofNullable(application).map(uri -> withoutTrailingSlash(uri.toString())))
                .orElseThrow(() -> new IllegalStateException(
                        "Set " + ContractTarget.URL + " to the URL of the service to check."));
        return new ContractTarget(baseUrl, sellers.map(ContractParameters::withoutTrailingSlash));
    }

    private static URI withoutTrailingSlash(String url) {
        return URI.create(url.replaceAll("/+$", ""));
    }

    /** Hands the parameters to the suite. */
    static final class Resolver implements ParameterResolver {

        private static final Namespace OF_THE_CLASS = Namespace.create(ContractParameters.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == ContractParameters.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return new ContractParameters(
                    context.getConfigurationParameter(ContractTarget.URL),
                    context.getConfigurationParameter(ContractTarget.SELLERS),
                    walk(context.getParent().orElseThrow()));
        }

        private static Walk walk(ExtensionContext testClass) {
            return testClass.getStore(OF_THE_CLASS).computeIfAbsent(Walk.class, key -> new Walk(), Walk.class);
        }
    }
}
