package org.concurrencylab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.concurrencylab.api.Book;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service under {@code @QuarkusTest} does about strangers as long as nobody sets it up otherwise. */
public abstract class SafeDefaults extends ServiceChecks {

    private static final int LONGEST_LINE = 4_096;
    private static final int MOST_HEADERS = 20 * 1024;

    /** Where it has its health and metrics. */
    @TestHTTPResource(management = true)
    URI management;

    @ParameterizedTest
    @ValueSource(strings = {"quarkus.http.host", "quarkus.management.host"})
    final void listensToThisMachineOnly(String setting) throws Exception {
        String host = ConfigProvider.getConfig().getValue(setting, String.class);
        assertThat(InetAddress.getByName(host).isLoopbackAddress()).as(host).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/health/live, '\"status\"\\s*:\\s*\"UP\"'",
        "/health/ready, '\"status\"\\s*:\\s*\"UP\"'",
        "/metrics, # TYPE"
    })
    final void tellsItsHealthAndMetricsOnAPortOfTheirOwn(String path, String expected) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(management.resolve("/q" + path)).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).containsPattern(expected);
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        }
        assertThat(management.getPort()).isNotEqualTo(application.getPort());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /books, 200",
        "GET, /books/0, 404",
        "GET, /nothing, 404",
        "PATCH, /books, 405",
        "POST, /books, 415",
        "GET, /books?limit=x, 400",
        "GET, /books/0/cover, 404",
        "HEAD, /runtime, 200",
        "GET, /q/openapi, 200"
    })
    final void saysOnEveryAnswerHowItIsToBeTaken(String method, String path, int status) {
        assertSafe(api().call(method, path).send().hasStatus(status));
    }

    @Test
    final void saysSoOnAnswersFromBooksAndCovers() {
        Book book = api().newBook();
        assertSafe(api().get(Api.path(book)).hasStatus(200));
        assertSafe(api().post(Api.BOOKS, " ".repeat(65 * 1024)).hasStatus(413));
        Reply stored = api().call("PUT", Api.path(book) + "/cover")
                .header("Content-Type", Image.PNG.type())
                .body(Image.PNG.bytes(1_000))
                .send()
                .hasStatus(204);
        assertSafe(stored);
        assertSafe(api().get(Api.path(book) + "/cover").hasStatus(200));
        assertSafe(api().call("GET", Api.path(book) + "/cover")
                .header("If-None-Match", stored.etag())
                .send()
                .hasStatus(304));
    }

    @Test
    final void boundsTheFirstLineAndTheHeaders() throws Exception {
        String rest = " HTTP/1.1\r\nHost: lab\r\nConnection: close\r\n";
        String path = "/runtime?";
        int room = LONGEST_LINE - ("GET " + path + " HTTP/1.1").length();
        assertThat(status("GET " + path + "x".repeat(room) + rest + "\r\n")).contains(" 200 ");
        assertThat(status("GET " + path + "x".repeat(room + 1) + rest + "\r\n")).contains(" 414 ");
        int most = MOST_HEADERS - 100;
        assertThat(status("GET " + path + rest + "X: " + "x".repeat(most) + "\r\n\r\n"))
                .contains(" 200 ");
        assertThat(status("GET " + path + rest + "X: " + "x".repeat(MOST_HEADERS) + "\r\n\r\n"))
                .contains(" 431 ");
        assertThat(status("GET " + path + rest + "X: x\r\n".repeat(MOST_HEADERS / 3) + "\r\n"))
                .contains(" 431 ");
    }

    @Test
    final void speaksNoHttp2() throws Exception {
        String upgrade = "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n";
        assertThat(status("GET /runtime HTTP/1.1\r\nHost: lab\r\n" + upgrade + "\r\n"))
                .contains(" 200 ");
    }

    private String status(String request) throws Exception {
        try (RawCaller caller = new RawCaller(api().target())) {
            caller.bytes(request);
            return caller.statusLine();
        }
    }

    private static void assertSafe(Reply reply) {
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        // Health says no-store of its own.
        assertThat(reply.header("Cache-Control")).isIn("no-cache", "no-store");
        assertThat(reply.header("Server") + reply.header("X-Powered-By"))
                .as("what an attacker would like to know")
                .isEmpty();
    }
}
