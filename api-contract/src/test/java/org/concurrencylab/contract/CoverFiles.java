package org.concurrencylab.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.concurrencylab.api.Book;
import org.concurrencylab.contract.fixture.WithLabResources;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a service under {@code @QuarkusTest} leaves open or behind among the covers. Linux tells which files a process
 * has open. The subclass gives the service a {@link #SEND_BUFFER}, so that a caller who does not read stops it amid its
 * answer.
 */
@ExtendWith(ContractParameters.Resolver.class)
@WithLabResources
public abstract class CoverFiles {

    /** Bytes on the way to a caller: far fewer than a cover can have. */
    protected static final int SEND_BUFFER = 64 * 1024;

    private static final Path OPEN = Path.of("/proc/self/fd");

    /** Less than {@code lab.cover-timeout}, for which an upload may take that has not ended. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int LARGEST = 1024 * 1024;
    private static final String NO_HEADER = "";

    /** Where {@code @QuarkusTest} has started the service. */
    @TestHTTPResource
    URI application;

    private Api api;
    private Path folder;

    /** Connects to the service. */
    @BeforeEach
    final void connect(ContractParameters parameters) throws IOException {
        assumeTrue(Files.isDirectory(OPEN), "there is no " + OPEN);
        api = new Api(parameters.target(application));
        folder = Path.of(ConfigProvider.getConfig().getValue("lab.cover-folder", String.class))
                .toRealPath();
    }

    /** Leaves the database as it was. */
    @AfterEach
    final void removeBooks() {
        if (api != null) {
            api.removeBooks();
        }
    }

    @Test
    final void closesTheFileOfEveryAnswer() throws Exception {
        Book book = api.newBook();
        String etag = store(book, 100_000);
        for (int i = 0; i < 20; i++) {
            api.get(path(book)).hasStatus(200);
            api.call("HEAD", path(book)).send().hasStatus(200);
            api.call("GET", path(book)).header("If-None-Match", etag).send().hasStatus(304);
            api.call("HEAD", path(book)).header("If-None-Match", etag).send();
        }
        assertAllIsClosed();
    }

    @Test
    final void closesTheFileWhenTheCallerLeavesAmidTheAnswer() throws Exception {
        Book book = api.newBook();
        store(book, LARGEST);
        for (int i = 0; i < 20; i++) {
            try (RawCaller caller = call("GET", book, NO_HEADER)) {
                // Whether the file is open still when the caller leaves is up to the buffers on the way.
                caller.awaitBegin();
            }
            assertAllIsClosed();
        }
    }

    @Test
    final void closesTheFileWhenTheCallerHasLeftBefore() throws Exception {
        Book book = api.newBook();
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
            letEveryEventLoopSee();
            database.rollback();
        }
        // Meanwhile those who have left are served as well.
        api.atOnce(40, () -> api.get(path(book))).forEach(reply -> reply.hasStatus(200));
        assertAllIsClosed();
    }

    @Test
    final void leavesNothingOfAnUploadThatEndsEarly() throws Exception {
        Book book = api.newBook();
        store(book, 1_000);
        byte[] image = Image.PNG.bytes(400_000);
        for (int sent : new int[] {0, 5, 20_000, 399_999}) {
            HalfAnUpload.send(api.target(), path(book), Image.PNG.type(), image, sent);
        }
        await("no part of an upload is left", () -> parts().isEmpty());
        assertAllIsClosed();
    }

    private String store(Book book, int bytes) {
        return api.call("PUT", path(book))
                .header("Content-Type", Image.PNG.type())
                .body(Image.PNG.bytes(bytes))
                .send()
                .hasStatus(204)
                .etag();
    }

    private RawCaller call(String method, Book book, String headers) throws IOException {
        RawCaller caller = new RawCaller(api.target());
        caller.head(method, path(book), headers);
        return caller;
    }

    /** New connections go to the loops in turn, and a loop answers them after it has seen earlier ones end. */
    private void letEveryEventLoopSee() throws IOException {
        for (int i = 0; i < 8; i++) {
            try (RawCaller caller = new RawCaller(api.target())) {
                caller.head("GET", "/runtime", "Connection: close\r\n");
                caller.awaitEnd();
            }
        }
    }

    private void assertAllIsClosed() throws Exception {
        await("all covers are closed", () -> openCovers().isEmpty());
    }

    private List<String> openCovers() throws IOException {
        List<String> open = new ArrayList<>();
        try (Stream<Path> handles = Files.list(OPEN)) {
            for (Path handle : handles.toList()) {
                String file = target(handle);
                if (file.startsWith(folder.toString())) {
                    open.add(file);
                }
            }
        }
        return open;
    }

    /** The name of an open file; empty for one that has been closed since it was listed. */
    private static String target(Path handle) {
        try {
            return Files.readSymbolicLink(handle).toString();
        } catch (IOException e) {
            return "";
        }
    }

    /** Reads names only, for a part may be gone before anything else of it could be read. */
    private List<Path> parts() throws IOException {
        List<Path> parts = new ArrayList<>();
        try (DirectoryStream<Path> contenders = Files.newDirectoryStream(folder)) {
            for (Path contender : contenders) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(contender, "*.part")) {
                    files.forEach(parts::add);
                }
            }
        }
        return parts;
    }

    private void await(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime())
                    .as("time until %s; open are %s, parts are %s", what, openCovers(), parts())
                    .isLessThan(deadline);
            Thread.sleep(10);
        }
    }

    private static String path(Book book) {
        return Api.path(book) + "/cover";
    }
}
