package org.concurrencylab.api.http;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * What stands before the image in a cover's file. The file so tells by itself what it holds, and one move replaces
 * image, type and tag at once.
 *
 * @param type the kind of image
 * @param tag another one for each upload
 */
public record CoverHead(CoverType type, UUID tag) {

    /** Its length in the file, in bytes: one for the type, the others for the tag. */
    public static final int BYTES = 1 + 2 * Long.BYTES;

    /** The head of an image that has just come. */
    static CoverHead fresh(CoverType type) {
        return new CoverHead(type, UUID.randomUUID());
    }

    /** Reads it back from a file that begins with these bytes. Throws an IllegalStateException when it was cut off. */
    public static CoverHead read(byte[] bytes) {
        if (bytes.length < BYTES || bytes[0] < 0 || bytes[0] >= CoverType.values().length) {
            throw new IllegalStateException("a file among the covers is none");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new CoverHead(CoverType.values()[buffer.get()], new UUID(buffer.getLong(), buffer.getLong()));
    }

    /** As it stands in the file. */
    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .put((byte) type.ordinal())
                .putLong(tag.getMostSignificantBits())
                .putLong(tag.getLeastSignificantBits())
                .array();
    }

    /** The cover's ETag, a strong one. */
    public String etag() {
        return "\"" + tag + "\"";
    }

    /** Whether the caller has this cover already; null is the header of one who does not say. */
    public boolean isKnown(IfNoneMatch known) {
        return known != null && known.matches(etag());
    }
}
