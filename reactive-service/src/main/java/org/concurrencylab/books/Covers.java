package org.concurrencylab.books;

import io.quarkus.runtime.Startup;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MultiHelper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.CopyOptions;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.concurrencylab.api.http.CoverFolder;
import org.concurrencylab.api.http.CoverHead;
import org.concurrencylab.api.http.CoverUpload;
import org.concurrencylab.api.http.CutOff;
import org.concurrencylab.api.http.IfNoneMatch;
import org.concurrencylab.api.http.StoredCover;
import org.jboss.logging.Logger;

/**
 * Covers in files, read and written by Vert.x: the event loop never waits, neither for the disk nor for the caller, and
 * takes no more of a body than the disk has written.
 */
@Singleton
@Startup
class Covers {

    private static final Logger LOG = Logger.getLogger(Covers.class);
    private static final OpenOptions NEW = new OpenOptions().setCreateNew(true).setRead(false);
    private static final OpenOptions EXISTING =
            new OpenOptions().setCreate(false).setWrite(false);
    private static final CopyOptions IN_ONE_STEP =
            new CopyOptions().setAtomicMove(true).setReplaceExisting(true);

    private final FileSystem files;
    private final CurrentVertxRequest current;
    private final CoverFolder folder;
    private final Duration longest;

    Covers(LabConfig lab, Vertx vertx, CurrentVertxRequest current) {
        files = vertx.fileSystem();
        this.current = current;
        folder = CoverFolder.create(lab.coverFolder(), lab.contender());
        longest = lab.coverTimeout();
    }

    /** Puts the image in the place of the book's cover, once it is there in full. Fails with 415, 413 and 400. */
    Uni<CoverHead> store(long id, String type, HttpServerRequest body) {
        CoverUpload upload = CoverUpload.of(type, longest);
        Path part = folder.part(id);
        Uni<CoverHead> stored = uni(files.open(part.toString(), NEW))
                .chain(file -> receive(body, upload, file).onItemOrFailure().call(() -> uni(file.close())))
                .chain(() -> uni(files.move(part.toString(), folder.cover(id).toString(), IN_ONE_STEP)))
                .onFailure()
                .call(() -> delete(part))
                .replaceWith(upload.head());
        return toTheEnd(stored);
    }

    /** The cover, without its image when the caller has that already; null when there is none. */
    Uni<StoredCover<AsyncFile>> open(long id, IfNoneMatch known) {
        RoutingContext request = current.getCurrent();
        Uni<StoredCover<AsyncFile>> opened = uni(files.open(folder.cover(id).toString(), EXISTING))
                .invoke(file -> closeWith(request, file))
                .chain(file -> read(file, known))
                .onFailure(Covers::isAbsent)
                .recoverWithNull();
        return toTheEnd(opened);
    }

    /** Removes the cover if there is one. That it stays is no fault to the caller, whose book is gone. */
    Uni<Void> remove(long id) {
        return delete(folder.cover(id));
    }

    /** Reads what the caller still sends, within bounds: one who is cut off while it sends does not see its answer. */
    Uni<Void> discard(HttpServerRequest body) {
        if (body.isEnded()) {
            return Uni.createFrom().voidItem();
        }
        return parts(body)
                .onItem()
                .scan(() -> 0L, (read, part) -> read + part.length())
                .select()
                .first(read -> read < CoverUpload.MOST_READ)
                .onItem()
                .ignoreAsUni()
                .ifNoItem()
                .after(longest)
                .fail()
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> receive(HttpServerRequest body, CoverUpload upload, AsyncFile file) {
        return uni(file.write(Buffer.buffer(upload.head().bytes())))
                .chain(() -> parts(body)
                        .onFailure()
                        .transform(lost -> CoverUpload.cutOff())
                        .invoke(part -> upload.accept(part.getBytes(), part.length()))
                        .onItem()
                        .transformToUniAndConcatenate(part -> uni(file.write(part)))
                        .onItem()
                        .ignoreAsUni())
                .ifNoItem()
                .after(longest)
                .failWith(upload::late)
                .invoke(() -> upload.end());
    }

    /** The body as it comes, and only as fast as it is taken. */
    private static Multi<Buffer> parts(HttpServerRequest body) {
        if (body.response().closed()) {
            // Who has left before anybody listened is not heard of again.
            return Multi.createFrom().failure(CoverUpload.cutOff());
        }
        if ("100-continue".equalsIgnoreCase(body.getHeader(HttpHeaders.EXPECT))) {
            body.response().writeContinue();
        }
        return MultiHelper.toMulti(body);
    }

    private static Uni<StoredCover<AsyncFile>> read(AsyncFile file, IfNoneMatch known) {
        return uni(file.read(Buffer.buffer(), 0, 0, CoverHead.BYTES)).chain(bytes -> {
            CoverHead head = CoverHead.read(bytes.getBytes());
            if (head.isKnown(known)) {
                return Uni.createFrom().item(new StoredCover<>(head, 0, null));
            }
            return uni(file.size()).map(size -> {
                long length = size - CoverHead.BYTES;
                file.setReadPos(CoverHead.BYTES).setReadLength(length);
                return new StoredCover<>(head, length, file);
            });
        });
    }

    /**
     * What writes the answer closes the file at its end, but not when the caller leaves before. One who does not read
     * is made to leave when the time is over.
     */
    private void closeWith(RoutingContext request, AsyncFile file) {
        CutOff.after(longest, request, () -> {});
        request.addEndHandler(ended -> close(file));
        if (request.response().closed()) {
            close(file);
        }
    }

    private static void close(AsyncFile file) {
        try {
            // Of a part that is just being read, for a caller who has left.
            file.exceptionHandler(lost -> LOG.debug("closed amid a read", lost));
            file.close();
        } catch (IllegalStateException e) {
            LOG.trace("closed already", e);
        }
    }

    private Uni<Void> delete(Path file) {
        return uni(files.delete(file.toString()))
                .onFailure(failure -> !isAbsent(failure))
                .invoke(e -> LOG.warnf(e, "%s could not be deleted", file))
                .onFailure()
                .recoverWithNull();
    }

    private static boolean isAbsent(Throwable failure) {
        return failure.getCause() instanceof NoSuchFileException;
    }

    /**
     * Goes on when the caller leaves, which cancels the answer: a file that is just being opened or written would else
     * stay so.
     */
    private static <T> Uni<T> toTheEnd(Uni<T> work) {
        return Uni.createFrom().emitter(answer -> work.subscribe().with(answer::complete, answer::fail));
    }

    private static <T> Uni<T> uni(Future<T> future) {
        return Uni.createFrom().completionStage(future.toCompletionStage());
    }
}
