package org.concurrencylab.books;

import io.quarkus.runtime.Startup;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.concurrencylab.api.http.CoverFolder;
import org.concurrencylab.api.http.CoverHead;
import org.concurrencylab.api.http.CoverUpload;
import org.concurrencylab.api.http.CutOff;
import org.concurrencylab.api.http.IfNoneMatch;
import org.concurrencylab.api.http.StoredCover;
import org.jboss.logging.Logger;

/** Covers in files, read and written by the request's own thread, which waits for disk and caller alike. */
@Singleton
@Startup
class Covers {

    private static final Logger LOG = Logger.getLogger(Covers.class);
    private static final int BUFFER = 16 * 1024;

    private final CurrentVertxRequest current;
    private final CoverFolder folder;
    private final Duration longest;

    Covers(LabConfig lab, CurrentVertxRequest current) {
        this.current = current;
        folder = CoverFolder.create(lab.coverFolder(), lab.contender());
        longest = lab.coverTimeout();
    }

    /** Puts the image in the place of the book's cover, once it is there in full. Throws 415, 413 and 400. */
    CoverHead store(long id, String type, InputStream body) {
        CoverUpload upload = CoverUpload.of(type, longest);
        Path part = folder.part(id);
        try {
            receive(body, upload, part);
            Files.move(part, folder.cover(id), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(part);
        }
        return upload.head();
    }

    /**
     * The cover, without its image when the caller has that already; null when there is none. What writes the image
     * closes it.
     */
    StoredCover<InputStream> open(long id, IfNoneMatch known) {
        try {
            return open(folder.cover(id), known);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the cover if there is one. That it stays is no fault to the caller, whose book is gone. */
    void remove(long id) {
        delete(folder.cover(id));
    }

    /** Reads what the caller still sends, within bounds: one who is cut off while it sends does not see its answer. */
    void discard(InputStream body) {
        try {
            body.skip(CoverUpload.MOST_READ);
        } catch (IOException e) {
            LOG.debug("The caller has left", e);
        }
    }

    private static void receive(InputStream body, CoverUpload upload, Path part) throws IOException {
        try (OutputStream file = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
            file.write(upload.head().bytes());
            byte[] buffer = new byte[BUFFER];
            for (int length = next(body, buffer); length >= 0; length = next(body, buffer)) {
                upload.accept(buffer, length);
                file.write(buffer, 0, length);
            }
            upload.end();
        }
    }

    /** The caller's failure to send, which is none of the disk's. */
    private static int next(InputStream body, byte[] buffer) {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            throw CoverUpload.cutOff();
        }
    }

    private StoredCover<InputStream> open(Path cover, IfNoneMatch known) throws IOException {
        FileChannel file = FileChannel.open(cover, StandardOpenOption.READ);
        boolean written = false;
        try {
            StoredCover<InputStream> stored = read(file, known);
            RoutingContext request = current.getCurrent();
            if (stored.image() == null || request.request().method() == HttpMethod.HEAD) {
                return stored;
            }
            StoredCover<InputStream> timed =
                    new StoredCover<>(stored.head(), stored.length(), timed(stored.image(), request));
            written = !request.response().closed();
            return timed;
        } finally {
            if (!written) {
                file.close();
            }
        }
    }

    /**
     * What writes the answer closes the image at its end. A caller who does not read is made to leave when the time is
     * over.
     */
    private InputStream timed(InputStream image, RoutingContext request) {
        TimedImage timed = new TimedImage(image);
        CutOff.after(longest, request, timed::freeWriter);
        return timed;
    }

    private static StoredCover<InputStream> read(FileChannel file, IfNoneMatch known) throws IOException {
        InputStream image = Channels.newInputStream(file);
        CoverHead head = CoverHead.read(image.readNBytes(CoverHead.BYTES));
        if (head.isKnown(known)) {
            return new StoredCover<>(head, 0, null);
        }
        return new StoredCover<>(head, file.size() - CoverHead.BYTES, image);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warnf(e, "%s could not be deleted", file);
        }
    }

    /**
     * An image on its way to a caller. The thread that writes it waits while the caller does not read, and for good
     * when the caller has left before the service had come to this one of its requests.
     */
    private static final class TimedImage extends FilterInputStream {

        private Thread writer;
        private boolean interrupted;

        TimedImage(InputStream image) {
            super(image);
        }

        @Override
        public long transferTo(OutputStream caller) throws IOException {
            begin();
            try {
                return in.transferTo(caller);
            } finally {
                end();
            }
        }

        private synchronized void begin() {
            writer = Thread.currentThread();
        }

        private synchronized void end() {
            writer = null;
            if (interrupted) {
                // Meant for this image, not for what the thread does next.
                Thread.interrupted();
            }
        }

        synchronized void freeWriter() {
            if (writer != null) {
                interrupted = true;
                writer.interrupt();
            }
        }
    }
}
