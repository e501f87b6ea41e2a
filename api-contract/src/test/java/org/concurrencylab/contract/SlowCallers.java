package org.concurrencylab.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.concurrencylab.api.Book;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a service under {@code @QuarkusTest} does with callers who hold a connection and do not get on. The subclass
 * gives it a short {@code callers.head-timeout}, {@code callers.body-timeout} and {@code lab.cover-timeout}.
 */
public abstract class SlowCallers extends ServiceChecks {

    private static final int SILENT = 1_000;

    /** Sent so often, the bytes of a slow caller never let the connection look idle. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Far beyond every timeout of the service. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String JSON = "Host: lab\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n";
    private static final String IMAGE = "Host: lab\r\nContent-Type: image/png\r\nContent-Length: 900000\r\n";

    private Book book;

    /** Has a book that can be asked for. */
    @BeforeEach
    final void addABook() {
        book = api().newBook();
    }

    @Test
    final void endsConnectionsThatSayNothingAndServesOthersMeanwhile() throws IOException {
        List<RawCaller> silent = new ArrayList<>();
        try {
            for (int i = 0; i < SILENT; i++) {
                silent.add(new RawCaller(api().target()));
            }
            assertThat(api().read(book)).isEqualTo(book);
            for (RawCaller caller : silent) {
                assertEnds(caller);
            }
        } finally {
            closeAll(silent);
        }
    }

    @Test
    final void endsRequestsThatComeByteByByte() throws Exception {
        List<RawCaller> slow = new ArrayList<>();
        try {
            slow.add(part("GET " + Api.path(book) + " HTTP/1.1\r\nX-Slow: "));
            slow.add(part("GET / HTTP/1.1\r\nHost: lab\r\n\r\nGET " + Api.path(book) + " HTTP/1.1\r\nX-Slow: "));
            for (String bodyless : List.of("POST /books", "PUT /books/1", "POST /books/1/orders", "POST /nothing")) {
                slow.add(part(bodyless + " HTTP/1.1\r\n" + JSON + "\r\n"));
            }
            // 0 is no book: what is sent to it is refused, and read, so that the caller sees the answer.
            for (String cover : List.of("/books/0/cover", "/books/1/cover")) {
                slow.add(part("PUT " + cover + " HTTP/1.1\r\n" + IMAGE + "\r\n"));
            }
            dripUntilEnded(slow);
        } finally {
            closeAll(slow);
        }
    }

    @Test
    final void endsRequestsWhoseBodyNeverComes() throws IOException {
        List<RawCaller> promising = new ArrayList<>();
        try {
            for (String request : List.of("POST /books", "POST /books/1/orders", "GET /books/1")) {
                promising.add(part(request + " HTTP/1.1\r\n" + JSON + "\r\n"));
            }
            for (String cover : List.of("/books/0/cover", "/books/1/cover")) {
                promising.add(part("PUT " + cover + " HTTP/1.1\r\n" + IMAGE + "\r\n"));
            }
            for (RawCaller caller : promising) {
                assertEnds(caller);
            }
        } finally {
            closeAll(promising);
        }
    }

    @Test
    final void keepsAConnectionThatRestsBetweenTwoRequests() throws Exception {
        Duration timeout = ConfigProvider.getConfig().getValue("callers.head-timeout", Duration.class);
        try (RawCaller caller = new RawCaller(api().target())) {
            caller.head("GET", "/runtime", "");
            assertThat(caller.statusLine()).contains(" 200 ");
            Thread.sleep(timeout.multipliedBy(2));
            caller.head("GET", "/nothing", "Connection: close\r\n");
            assertThat(caller.rest()).contains("HTTP/1.1 404 ");
        }
    }

    private RawCaller part(String request) throws IOException {
        RawCaller caller = new RawCaller(api().target());
        caller.bytes(request);
        return caller;
    }

    /** Sends on until the service has ended every connection. */
    private static void dripUntilEnded(List<RawCaller> callers) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<RawCaller> open = new ArrayList<>(callers);
        while (!open.isEmpty()) {
            assertThat(System.nanoTime())
                    .as("time until %s more are ended", open.size())
                    .isLessThan(deadline);
            open.removeIf(SlowCallers::hasEndedAfterOneByteMore);
            Thread.sleep(PAUSE);
        }
    }

    private static boolean hasEndedAfterOneByteMore(RawCaller caller) {
        try {
            caller.bytes("x");
            return caller.hasEnded();
        } catch (IOException reset) {
            return true;
        }
    }

    private static void closeAll(List<RawCaller> callers) throws IOException {
        for (RawCaller caller : callers) {
            caller.close();
        }
    }

    private static void assertEnds(RawCaller caller) {
        assertThatCode(() -> caller.awaitEnd(PATIENCE)).doesNotThrowAnyException();
    }
}
