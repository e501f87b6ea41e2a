package org.concurrencylab.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.concurrencylab.api.Book;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a service under {@code @QuarkusTest} leaves open or behind among the covers. The subclass gives the service a
 * {@link #SEND_BUFFER}, so that a caller who does not read stops it amid its answer.
 */
public abstract class CoverFiles extends ServiceChecks {

    /** Bytes on the way to a caller: far fewer than a cover can have. */
    protected static final int SEND_BUFFER = 64 * 1024;

    private static final int LARGEST = 1024 * 1024;
    private static final String NO_HEADER = "";

    private OpenCovers covers;

    /** Sees which files are open. */
    @BeforeEach
    final void watchCovers() throws IOException {
        assumeTrue(OpenCovers.canBeSeen(), "this machine does not tell which files are open");
        covers = new OpenCovers();
    }

    @Test
    final void closesTheFileOfEveryAnswer() throws Exception {
        Book book = api().newBook();
        String etag = store(book, 100_000);
        for (int i = 0; i < 20; i++) {
            api().get(path(book)).hasStatus(200);
            api().call("HEAD", path(book)).send().hasStatus(200);
            api().call("GET", path(book)).header("If-None-Match", etag).send().hasStatus(304);
            api().call("HEAD", path(book)).header("If-None-Match", etag).send();
        }
        covers.awaitNone();
    }

    @Test
    final void closesTheFileWhenTheCallerLeavesAmidTheAnswer() throws Exception {
        Book book = api().newBook();
        store(book, LARGEST);
        for (int i = 0; i < 20; i++) {
            try (RawCaller caller = call("GET", book, NO_HEADER)) {
                // Whether the file is open still when the caller leaves is up to the buffers on the way.
                caller.awaitBegin();
            }
            covers.awaitNone();
        }
    }

    @Test
    final void closesTheFileWhenTheCallerHasLeftBefore() throws Exception {
        Book book = api().newBook();
        String known = "If-None-Match: " + store(book, LARGEST) + "\r\n";
        List<RawCaller> callers = new ArrayList<>();
        try (Connection database = ServiceDatabase.connect();
                Statement statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("lock table books in access exclusive mode");
            for (int i = 0; i < 4; i++) {
                callers.add(call("GET", book, NO_HEADER));
                callers.add(call("HEAD", book, NO_HEADER));
                callers.add(call("GET", book, known));
            }
            ServiceDatabase.awaitWaiting(callers.size());
            for (RawCaller caller : callers) {
                caller.close();
            }
            RawCaller.letEveryEventLoopSee(api().target());
            database.rollback();
        }
        // Meanwhile those who have left are served as well.
        api().atOnce(40, () -> api().get(path(book))).forEach(reply -> reply.hasStatus(200));
        covers.awaitNone();
    }

    @Test
    final void leavesNothingOfAnUploadThatEndsEarly() throws Exception {
        Book book = api().newBook();
        store(book, 1_000);
        byte[] image = Image.PNG.bytes(400_000);
        for (int sent : new int[] {0, 5, 20_000, 399_999}) {
            HalfAnUpload.send(api().target(), path(book), Image.PNG.type(), image, sent);
        }
        covers.awaitNoParts();
        covers.awaitNone();
    }

    private String store(Book book, int bytes) {
        return api().call("PUT", path(book))
                .header("Content-Type", Image.PNG.type())
                .body(Image.PNG.bytes(bytes))
                .send()
                .hasStatus(204)
                .etag();
    }

    private RawCaller call(String method, Book book, String headers) throws IOException {
        RawCaller caller = new RawCaller(api().target());
        caller.head(method, path(book), headers);
        return caller;
    }

    private static String path(Book book) {
        return Api.path(book) + "/cover";
    }
}
