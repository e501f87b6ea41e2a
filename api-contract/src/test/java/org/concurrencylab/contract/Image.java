package org.concurrencylab.contract;

import java.nio.charset.StandardCharsets;

/** Bytes that begin as an image of each type does. */
enum Image {
    PNG("image/png", "\u0089PNG\r\n\u001a\n"),
    JPEG("image/jpeg", "\u00ff\u00d8\u00ff\u00e0"),
    WEBP("image/webp", "RIFF\u0001\u0002\u0003\u0004WEBP");

    /** As many bytes as the longest beginning has. */
    static final int SMALLEST = 12;

    private final String type;
    private final byte[] beginning;

    Image(String type, String beginning) {
        this.type = type;
        this.beginning = beginning.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The media type. */
    String type() {
        return type;
    }

    /** So many bytes, of which no two parts are alike. */
    byte[] bytes(int size) {
        return bytes(size, (byte) 0);
    }

    /** The same, told from others by a byte. */
    byte[] bytes(int size, byte mark) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i * 31 + i / 251 + mark);
        }
        System.arraycopy(beginning, 0, bytes, 0, beginning.length);
        return bytes;
    }
}
