package org.concurrencylab.api.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.concurrencylab.api.ProblemType;

/** The kinds of image that a cover may be, told by their media type and by the bytes they begin with. */
public enum CoverType {
    /** ISO/IEC 15948, 5.2. */
    PNG("image/png", "89504e470d0a1a0a", ""),
    /** ISO/IEC 10918-1, B.2: a start-of-image marker and the next marker's first byte. */
    JPEG("image/jpeg", "ffd8ff", ""),
    /** RFC 9649, 2.4: RIFF, four bytes of length, WEBP. */
    WEBP("image/webp", "52494646", "WEBP");

    /** From so many bytes every kind can be told. */
    static final int TELLING_BYTES = 12;

    private static final int SECOND_MARK = 8;

    private final String mediaType;
    private final byte[] mark;
    private final byte[] secondMark;

    CoverType(String mediaType, String mark, String secondMark) {
        this.mediaType = mediaType;
        this.mark = HexFormat.of().parseHex(mark);
        this.secondMark = secondMark.getBytes(StandardCharsets.US_ASCII);
    }

    /** The type that the header Content-Type names, with or without parameters. Throws a 415, also when it is null. */
    static CoverType of(String contentType) {
        String name = contentType == null ? "" : contentType.split(";", 2)[0].strip();
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "Send a cover as image/png, image/jpeg or image/webp, and say which in Content-Type."));
    }

    /** The media type. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether an image of this kind can begin like that; the bytes are {@value #TELLING_BYTES}, the last may be 0. */
    boolean begins(byte[] start) {
        return isAt(0, mark, start) && isAt(SECOND_MARK, secondMark, start);
    }

    private static boolean isAt(int offset, byte[] mark, byte[] start) {
        return Arrays.equals(mark, 0, mark.length, start, offset, offset + mark.length);
    }
}
