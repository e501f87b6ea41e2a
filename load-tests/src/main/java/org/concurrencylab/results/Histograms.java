package org.concurrencylab.results;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** HdrHistograms as text, in HdrHistogram's own compressed form (V2, deflate) and base64. */
public final class Histograms {
    private Histograms() {}

    /** The text of a histogram; {@link #decode} reads it back without loss. */
    public static String encode(Histogram histogram) {
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
    }

    /**
     * The histogram that {@link #encode} wrote.
     *
     * @throws IllegalArgumentException if the text is not an encoded histogram
     */
    public static Histogram decode(String text) {
        try {
            return Histogram.decodeFromCompressedByteBuffer(
                    ByteBuffer.wrap(Base64.getDecoder().decode(text)), 0);
        } catch (DataFormatException | RuntimeException e) {
            int length = text == null ? 0 : text.length();
            throw new IllegalArgumentException(
                    "This is not an encoded histogram (" + length + " characters): " + e + ".", e);
        }
    }
}
