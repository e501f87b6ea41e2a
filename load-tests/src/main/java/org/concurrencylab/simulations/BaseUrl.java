package org.concurrencylab.simulations;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;

/** The address of a service under load. */
public final class BaseUrl {
    private static final int CONNECT_MILLIS = 3_000;

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

    /**
     * Checks that something listens there.
     *
     * @throws IllegalArgumentException with one sentence if nothing does
     */
    static void requireListening(String baseUrl) {
        URI uri = URI.create(baseUrl);
        int port = uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(uri.getHost(), port), CONNECT_MILLIS);
        } catch (IOException e) {
            throw new IllegalArgumentException("No service answers at " + baseUrl + " (" + e.getMessage() + ").", e);
        }
    }

    private static Optional<URI> parsed(String text) {
        try {
            return Optional.ofNullable(text).map(URI::create);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
