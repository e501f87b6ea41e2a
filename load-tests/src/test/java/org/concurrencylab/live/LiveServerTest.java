package org.concurrencylab.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LiveServerTest {

    @TempDir
    private Path folder;

    private LiveServer server;
    private URI url;

    @BeforeEach
    void start() throws Exception {
        server = LiveServer.start(SampleRun.CONTENDERS, 100);
        url = server.url();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void servesThePageThatOnlyItsOwnScriptRunsIn() throws Exception {
        try (Visitor visitor = Visitor.get(url, "/")) {
            assertThat(visitor.head())
                    .contains("Cache-control: no-store", "Content-type: text/html; charset=utf-8")
                    .filteredOn(line -> line.startsWith("Content-security-policy: "))
                    .singleElement()
                    .asString()
                    .contains("default-src 'none'", "script-src 'sha256-", "style-src 'sha256-")
                    .doesNotContain("unsafe");
        }
    }

    @Test
    void streamsTheLatestStateAtOnceAndEachLaterOne() throws Exception {
        server.tell(new LiveEvent.Entered(Phase.WARM_UP));
        try (Visitor visitor = Visitor.get(url, "/events")) {
            assertThat(visitor.head()).contains("Content-type: text/event-stream");
            assertThat(visitor.state()).contains("\"phase\":\"WARM_UP\"");
            server.tell(new LiveEvent.Entered(Phase.CONTRACT));
            assertThat(visitor.state()).contains("\"phase\":\"CONTRACT\"");
        }
    }

    @Test
    void skipsStatesThatNobodyCouldHaveSeen() throws Exception {
        try (Visitor visitor = Visitor.get(url, "/events")) {
            visitor.head();
            visitor.state();
            for (int i = 0; i < 1_000; i++) {
                server.tell(new LiveEvent.Step("step " + i, 1));
            }
            List<String> states = new ArrayList<>();
            do {
                states.add(visitor.state());
            } while (!states.getLast().contains("\"step\":\"step 999\""));
            assertThat(states).hasSizeLessThan(10);
        }
    }

    @Test
    void answersToBothNamesOfThisMachine() throws Exception {
        try (Visitor visitor = Visitor.send(url, "GET /", "Host: localhost:" + url.getPort())) {
            assertThat(visitor.status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Host: evil.example:PORT", "Host: 127.0.0.1", "Host: 127.0.0.1:1", "Host: localhost", "X: y"})
    void refusesOtherHosts(String header) throws Exception {
        for (String path : List.of("/", "/events", "/report.html")) {
            try (Visitor visitor =
                    Visitor.send(url, "GET " + path, header.replace("PORT", String.valueOf(url.getPort())))) {
                assertThat(visitor.status()).isBetween(400, 403);
            }
        }
    }

    @Test
    void refusesPagesOfOtherOrigins() throws Exception {
        try (Visitor visitor =
                Visitor.send(url, "GET /events", "Host: " + url.getAuthority(), "Origin: http://evil.example")) {
            assertThat(visitor.status()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "HEAD", "PUT", "DELETE", "OPTIONS"})
    void onlyReads(String method) throws Exception {
        try (Visitor visitor = Visitor.send(url, method + " /", "Host: " + url.getAuthority(), "Content-Length: 0")) {
            assertThat(visitor.status()).isEqualTo(405);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/report.html", "/../pom.xml", "/events/"})
    void knowsNoOtherPaths(String path) throws Exception {
        try (Visitor visitor = Visitor.get(url, path)) {
            assertThat(visitor.status()).isEqualTo(404);
        }
    }

    @Test
    void boundsTheSubscribersAndTakesNewOnesWhenOthersLeave() throws Exception {
        List<Visitor> visitors = new ArrayList<>();
        try {
            for (int i = 0; i < LiveServer.MOST_SUBSCRIBERS; i++) {
                visitors.add(Visitor.get(url, "/events"));
                assertThat(visitors.getLast().status()).isEqualTo(200);
            }
            try (Visitor visitor = Visitor.get(url, "/events")) {
                assertThat(visitor.status()).isEqualTo(503);
            }
            visitors.removeLast().close();
            assertThat(statusOnceThereIsRoom()).isEqualTo(200);
        } finally {
            for (Visitor visitor : visitors) {
                visitor.close();
            }
        }
    }

    /** A page that is gone is noticed when something is written to it. */
    private int statusOnceThereIsRoom() throws IOException {
        while (true) {
            server.tell(new LiveEvent.Step("on", 1));
            try (Visitor visitor = Visitor.get(url, "/events")) {
                int status = visitor.status();
                if (status != 503) {
                    return status;
                }
            }
        }
    }

    @Test
    void neitherTheRunNorOthersWaitForWhoNeverReads() throws Exception {
        try (Visitor idle = Visitor.get(url, "/events");
                Visitor reader = Visitor.get(url, "/events")) {
            reader.head();
            reader.state();
            // More than any buffer between the two holds.
            server.tell(new LiveEvent.Step("x".repeat(10_000_000), 1));
            assertThat(reader.state().length()).isGreaterThan(10_000_000);
            server.tell(new LiveEvent.Step("after it", 1));
            assertThat(reader.state()).contains("after it");
            assertThat(idle).isNotNull();
        }
    }

    @Test
    void endsEveryStreamWithTheEndOfTheRun() throws Exception {
        try (Visitor visitor = Visitor.get(url, "/events")) {
            visitor.head();
            visitor.state();
            server.close();
            assertThat(visitor.state()).contains("\"phase\":\"ENDED\"");
            assertThat(visitor.state()).isNull();
        }
        assertThatThrownBy(() -> Visitor.get(url, "/")).isInstanceOf(ConnectException.class);
    }

    @Test
    void givesThePageTheReportBeforeItEnds() throws Exception {
        Path report = Files.writeString(folder.resolve("report.html"), "<!DOCTYPE html><title>Report</title>");
        try (Visitor visitor = Visitor.get(url, "/events")) {
            visitor.head();
            visitor.state();
            server.tell(new LiveEvent.Finished(report));
            assertThat(visitor.state()).contains("\"phase\":\"DONE\"").contains("report.html");
            assertThat(visitor.state()).isNull();
        }
        try (Visitor visitor = Visitor.get(url, "/report.html")) {
            assertThat(visitor.status()).isEqualTo(200);
        }
    }
}
