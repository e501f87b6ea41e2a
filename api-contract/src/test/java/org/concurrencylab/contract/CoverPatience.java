package org.concurrencylab.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.concurrencylab.api.Book;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How long a service under {@code @QuarkusTest} lets a caller keep a cover open that it does not take. The subclass
 * gives the service a {@link CoverFiles#SEND_BUFFER} and a short {@code lab.cover-timeout}.
 */
public abstract class CoverPatience extends ServiceChecks {

    private static final int LARGEST = 1024 * 1024;
    private static final int CALLS = 16;

    /** With what each leaves under way they would fill the room for requests, if it was not given back. */
    private static final int LEAVING = 20;

    private OpenCovers covers;
    private Book book;

    /** Gives the service the largest cover there can be. */
    @BeforeEach
    final void storeACover() throws IOException {
        assumeTrue(OpenCovers.canBeSeen(), "this machine does not tell which files are open");
        covers = new OpenCovers();
        book = api().newBook();
        api().call("PUT", path())
                .header("Content-Type", Image.PNG.type())
                .body(Image.PNG.bytes(LARGEST))
                .send()
                .hasStatus(204);
    }

    @Test
    final void endsAnAnswerThatNobodyTakes() throws Exception {
        try (RawCaller caller = new RawCaller(api().target())) {
            caller.head("GET", path(), "");
            caller.awaitBegin();

            covers.awaitNone();
        }
    }

    @Test
    final void freesWhatACallerOfManyCoversLeavesBehind() throws Exception {
        for (int i = 0; i < LEAVING; i++) {
            try (RawCaller caller = new RawCaller(api().target())) {
                for (int call = 0; call < CALLS; call++) {
                    caller.head("GET", path(), "");
                }
                caller.awaitBegin();
            }
        }
        covers.awaitNone();
        // Not the cover: a slow machine cannot send that many in the time that an impatient service gives.
        api().atOnce(2 * CALLS, () -> api().get(Api.path(book))).forEach(reply -> reply.hasStatus(200));
    }

    private String path() {
        return Api.path(book) + "/cover";
    }
}
