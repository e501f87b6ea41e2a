package org.concurrencylab.simulations;

import java.net.URI;
import java.util.Optional;

/** The address of a service under load. */
public final class BaseUrl {
    private BaseUrl() {}

    /**
     * The address without a slash at its end.
     *
     * @throws IllegalArgumentException with one sentence if it is none
     */
    public static String of(String text) {
        return parsed(text)
                .filter(uri -> uri.getHost() != null)
                .filter(uri -> "http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                .map(uri -> text.endsWith("/") ? text.substring(0, text.length() - 1) : text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "A service's address is like http://localhost:8081, not \"" + text + "\"."));
    }

    private static Optional<URI> parsed(String text) {
        try {
            return Optional.ofNullable(text).map(URI::create);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
