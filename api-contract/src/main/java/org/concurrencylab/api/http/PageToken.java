package org.concurrencylab.api.http;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * The query parameter {@code after}: where a page begins. Callers see an opaque text; its checksum tells a token of
 * ours from one that was made up or cut off.
 *
 * @param lastId the id of the last book of the page before
 */
public record PageToken(long lastId) {

    private static final int BYTES = Long.BYTES + Integer.BYTES;

    /** Reads the parameter. Throws a 400 naming {@code after}. */
    public static PageToken fromString(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length == BYTES) {
                PageToken token = new PageToken(ByteBuffer.wrap(bytes).getLong());
                // Base64 can spell the same bytes in several ways; only ours is accepted.
                if (token.toString().equals(text)) {
                    return token;
                }
            }
        } catch (IllegalArgumentException e) {
            // The same sentence as for a token of the wrong length.
        }
        throw ProblemException.invalid("after", "must be the value of next from the page before");
    }

    @Override
    public String toString() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).putLong(lastId);
        CRC32 checksum = new CRC32();
        checksum.update(bytes.array(), 0, Long.BYTES);
        bytes.putInt((int) checksum.getValue());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
