package org.concurrencylab.api.http;

import java.time.Duration;
import org.concurrencylab.api.ProblemType;

/**
 * Watches an image while it comes in, part by part: its size, its time and whether it is one. Refuses it as soon as
 * that is known. For one upload, and for one thread at a time.
 */
public final class CoverUpload {

    /** Most bytes of an image. */
    public static final int LARGEST = 1024 * 1024;

    /** Most bytes of a body that are read, and thrown away, so that a caller who still sends gets its answer. */
    public static final int MOST_READ = 2 * LARGEST;

    private final CoverHead head;
    private final long start = System.nanoTime();
    private final Duration longest;
    private final byte[] beginning = new byte[CoverType.TELLING_BYTES];
    private int known;
    private int size;

    private CoverUpload(CoverHead head, Duration longest) {
        this.head = head;
        this.longest = longest;
    }

    /** An image that begins to come, of the type that its Content-Type names; null is none. Throws a 415. */
    public static CoverUpload of(String contentType, Duration longest) {
        return new CoverUpload(CoverHead.fresh(CoverType.of(contentType)), longest);
    }

    /** What to write before the image. */
    public CoverHead head() {
        return head;
    }

    /** Looks at the next bytes, the first so many of the array. Throws a 413, or a 400 naming {@code body}. */
    public void accept(byte[] part, int length) {
        size += length;
        if (size > LARGEST) {
            throw new ProblemException(ProblemType.BODY_TOO_LARGE, "Send an image of at most " + LARGEST + " bytes.");
        }
        if (System.nanoTime() - start > longest.toNanos()) {
            throw late();
        }
        int missing = Math.min(beginning.length - known, length);
        System.arraycopy(part, 0, beginning, known, missing);
        known += missing;
        if (missing > 0 && known == beginning.length) {
            checkBeginning();
        }
    }

    /** Says that all has come. Throws a 400 naming {@code body}. */
    public void end() {
        if (size == 0) {
            throw ProblemException.invalid("body", "must be an image");
        }
        checkBeginning();
    }

    /** The 400 for a body that takes too long. */
    public ProblemException late() {
        return ProblemException.invalid("body", "must arrive within " + longest.toSeconds() + " s");
    }

    /** The 400, which nobody will read, for a body that ends before its end. */
    public static ProblemException cutOff() {
        return ProblemException.invalid("body", "must arrive in full");
    }

    private void checkBeginning() {
        if (!head.type().begins(beginning)) {
            throw ProblemException.invalid(
                    "body",
                    "must be an image of the type that Content-Type names, "
                            + head.type().mediaType());
        }
    }
}
