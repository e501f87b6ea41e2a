package org.concurrencylab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.concurrencylab.api.Book;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a service under {@code @QuarkusTest} logs of callers who leave before they have their answer: nothing that could
 * fill a disk. The subclass gives it a {@link CoverFiles#SEND_BUFFER} and a short {@code lab.cover-timeout}.
 */
public abstract class LeavingCallers extends ServiceChecks {

    private static final int TIMES = 5;
    /** So that as many have left as there are connections in a pool. */
    private static final int ROUNDS = 5;

    private static final String ORDER = "{\"quantity\":1}";
    private static final String ORDER_HEAD =
            "Content-Type: application/json\r\nContent-Length: " + ORDER.length() + "\r\n";
    private static final int LARGEST = 1024 * 1024;

    private final Complaints complaints = new Complaints();
    private OpenCovers covers;
    private Book book;

    /** Gives the service the largest cover there can be, and listens to its log. */
    @BeforeEach
    final void listen() throws IOException {
        covers = new OpenCovers();
        book = api().newBook();
        api().call("PUT", cover())
                .header("Content-Type", Image.PNG.type())
                .body(Image.PNG.bytes(LARGEST))
                .send()
                .hasStatus(204);
        Logger.getLogger("").addHandler(complaints);
    }

    /** Leaves the log as it was. */
    @AfterEach
    final void stopListening() {
        Logger.getLogger("").removeHandler(complaints);
    }

    @Test
    final void saysLittleOfThoseWhoLeaveAmidACover() throws Exception {
        for (int i = 0; i < TIMES; i++) {
            try (RawCaller caller = call("GET", cover(), "")) {
                caller.awaitBegin();
            }
        }
        assertQuiet();
    }

    @Test
    final void saysLittleOfThoseWhoDoNotTakeACover() throws Exception {
        List<RawCaller> callers = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            callers.add(call("GET", cover(), ""));
        }
        for (RawCaller caller : callers) {
            caller.awaitBegin();
        }
        assertQuiet();
        for (RawCaller caller : callers) {
            caller.close();
        }
    }

    @Test
    final void saysLittleOfThoseWhoLeaveAmidAnUpload() throws Exception {
        byte[] image = Image.PNG.bytes(400_000);
        for (int sent : new int[] {0, 5, 20_000, 399_999}) {
            HalfAnUpload.send(api().target(), cover(), Image.PNG.type(), image, sent);
            HalfAnUpload.send(api().target(), "/books/0/cover", Image.PNG.type(), image, sent);
        }
        covers.awaitNoParts();
        assertQuiet();
    }

    @Test
    final void saysLittleOfThoseWhoLeaveAmidABody() throws Exception {
        for (int i = 0; i < TIMES; i++) {
            HalfAnUpload.send(api().target(), Api.BOOKS, "application/json", new byte[1_000], 10);
        }
        assertQuiet();
    }

    @Test
    final void saysLittleOfThoseWhoLeaveBeforeTheirAnswer() throws Exception {
        List<RawCaller> callers = new ArrayList<>();
        try (Connection database = ServiceDatabase.connect();
                Statement statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("lock table books in access exclusive mode");
            for (int i = 0; i < TIMES; i++) {
                callers.add(call("GET", Api.path(book), ""));
                callers.add(call("GET", cover(), ""));
            }
            ServiceDatabase.awaitWaiting(callers.size());
            for (RawCaller caller : callers) {
                caller.close();
            }
            RawCaller.letEveryEventLoopSee(api().target());
            database.rollback();
        }
        // Meanwhile those who have left are served as well.
        api().atOnce(40, () -> api().get(Api.path(book))).forEach(reply -> reply.hasStatus(200));
        assertQuiet();
    }

    @Test
    final void keepsNoConnectionForThoseWhoLeaveAmidAWrite() throws Exception {
        Book other = api().newBook();
        for (int round = 0; round < ROUNDS; round++) {
            List<RawCaller> callers = new ArrayList<>();
            try (Connection database = ServiceDatabase.connect();
                    Statement statement = database.createStatement()) {
                database.setAutoCommit(false);
                statement.execute("select 1 from books where id = " + book.id() + " for update");
                for (int i = 0; i < TIMES; i++) {
                    callers.add(call("POST", Api.path(book) + "/orders", ORDER_HEAD));
                    callers.getLast().bytes(ORDER);
                }
                ServiceDatabase.awaitWaiting(callers.size());
                for (RawCaller caller : callers) {
                    caller.close();
                }
                RawCaller.letEveryEventLoopSee(api().target());
                database.rollback();
            }
            api().order(other, 1).hasStatus(201);
        }
        assertQuiet();
    }

    /** Once all is done that a caller who left could still make the service do. */
    private void assertQuiet() throws Exception {
        covers.awaitNone();
        RawCaller.letEveryEventLoopSee(api().target());
        assertThat(complaints.records).map(Complaints::words).isEmpty();
    }

    private RawCaller call(String method, String path, String headers) throws IOException {
        RawCaller caller = new RawCaller(api().target());
        caller.head(method, path, headers);
        return caller;
    }

    private String cover() {
        return Api.path(book) + "/cover";
    }

    /** Every line that an operator sees as a fault, and every trace. */
    private static final class Complaints extends Handler {

        private final Queue<LogRecord> records = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord logged) {
            if (logged.getThrown() != null && isLoggable(logged)
                    || logged.getLevel().intValue() > Level.INFO.intValue()) {
                records.add(logged);
            }
        }

        static String words(LogRecord logged) {
            return logged.getLoggerName() + ": " + logged.getMessage() + " " + logged.getThrown();
        }

        @Override
        public void flush() {
            // Nothing is kept back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
