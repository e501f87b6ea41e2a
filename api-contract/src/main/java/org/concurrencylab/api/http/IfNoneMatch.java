package org.concurrencylab.api.http;

/**
 * The header {@code If-None-Match} (RFC 9110, 13.1.2): any number of tags, weak or strong, or {@code *}.
 *
 * @param text the header as sent
 */
public record IfNoneMatch(String text) {

    /** Reads the header; every text is allowed, one that holds no tag of ours matches nothing. */
    public static IfNoneMatch fromString(String text) {
        return new IfNoneMatch(text);
    }

    /** Whether the caller has the representation with this tag already. */
    boolean matches(String etag) {
        if (text.strip().equals("*")) {
            return true;
        }
        for (String tag : text.split(",")) {
            String candidate = tag.strip();
            if (candidate.equals(etag) || candidate.equals("W/" + etag)) {
                return true;
            }
        }
        return false;
    }
}
