package org.concurrencylab.api.http;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * The query parameter {@code after}: where a page begins. It holds what the books are sorted by, so that the place
 * stays where it is when the book goes or changes. Callers see an opaque text; its checksum tells a token of ours from
 * one that was made up or cut off.
 *
 * @param lastPrice the price of the last book of the page before, in cents; {@link #NO_PRICE} in the order of the ids
 * @param lastId the id of that book
 */
public record PageToken(int lastPrice, long lastId) {

    /** Less than any price. */
    static final int NO_PRICE = -1;

    private static final int PLACE = Integer.BYTES + Long.BYTES;
    private static final int BYTES = PLACE + Integer.BYTES;

    /** The place before all books. */
    static PageToken beginning(boolean byPrice) {
        return new PageToken(byPrice ? 0 : NO_PRICE, 0);
    }

    /** Reads the parameter; a place in the other order is none. Throws a 400 naming {@code after}. */
    static PageToken fromString(String text, boolean byPrice) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length == BYTES) {
                ByteBuffer place = ByteBuffer.wrap(bytes);
                PageToken token = new PageToken(place.getInt(), place.getLong());
                // Base64 can spell the same bytes in several ways; only ours is accepted.
                if (token.toString().equals(text) && byPrice == (token.lastPrice != NO_PRICE)) {
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
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).putInt(lastPrice).putLong(lastId);
        CRC32 checksum = new CRC32();
        checksum.update(bytes.array(), 0, PLACE);
        bytes.putInt((int) checksum.getValue());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
