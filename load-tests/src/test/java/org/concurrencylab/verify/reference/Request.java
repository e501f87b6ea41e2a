package org.concurrencylab.verify.reference;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * One request.
 *
 * @param method the method
 * @param path the path without the query
 * @param query the query parameters, decoded
 * @param headers the headers by lower-case name
 * @param body the body, cut off one byte after the most that any request may have
 */
public record Request(String method, String path, Map<String, String> query, Map<String, String> headers, byte[] body) {

    /** The header's value. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The query parameter's value; an empty one counts as absent. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }

    /** The same request with another method. */
    public Request withMethod(String changed) {
        return new Request(changed, path, query, headers, body);
    }

    /** The same request with one header set. */
    public Request with(String header, String value) {
        Map<String, String> changed = new TreeMap<>(headers);
        changed.put(header, value);
        return new Request(method, path, query, changed, body);
    }

    /** The same request without one header. */
    public Request without(String header) {
        Map<String, String> changed = new TreeMap<>(headers);
        changed.remove(header);
        return new Request(method, path, query, changed, body);
    }

    /** The same request with one query parameter changed, or removed by null. */
    public Request withParameter(String name, UnaryOperator<String> change) {
        Map<String, String> changed = new TreeMap<>(query);
        changed.computeIfPresent(name, (key, value) -> change.apply(value));
        return new Request(method, path, changed, headers, body);
    }

    /** The same request with one query parameter set. */
    public Request withQuery(String name, String value) {
        Map<String, String> changed = new TreeMap<>(query);
        changed.put(name, value);
        return new Request(method, path, changed, headers, body);
    }

    /** The same request with its body changed; each byte is one character. */
    public Request withBody(UnaryOperator<String> change) {
        String changed = change.apply(new String(body, StandardCharsets.ISO_8859_1));
        return new Request(method, path, query, headers, changed.getBytes(StandardCharsets.ISO_8859_1));
    }
}
