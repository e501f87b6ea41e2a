package org.concurrencylab.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RawConnectionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String OK =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json;charset=UTF-8\r\nContent-Length: 2\r\n\r\n{}";

    @Test
    void readsAsManyAnswersAsThereAreRequests() throws Exception {
        assertThat(exchange(OK + "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", false, "GET", "GET"))
                .hasToString("200 application/json, then 404");
    }

    @Test
    void leavesOutWhatCameWithoutBeingAsked() throws Exception {
        assertThat(exchange(OK + "HTTP/1.1 414 URI Too Long\r\nContent-Length: 0\r\n\r\n", false, "GET"))
                .hasToString("200 application/json");
    }

    @Test
    void waitsForNoBodyOfAnAnswerToHead() throws Exception {
        assertThat(exchange("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n" + OK, false, "HEAD", "GET"))
                .hasToString("200, then 200 application/json");
    }

    @Test
    void countsNoInvitationToSendTheBody() throws Exception {
        assertThat(exchange("HTTP/1.1 100 Continue\r\n\r\n" + OK, false, "POST"))
                .hasToString("200 application/json");
    }

    @Test
    void readsAnAnswerThatEndsWithItsConnection() throws Exception {
        assertThat(exchange("HTTP/1.1 400 Bad Request\r\n\r\nno", true, "GET")).hasToString("400");
    }

    @Test
    void tellsAClosedConnectionFromOneWithoutAnAnswer() throws Exception {
        assertThat(exchange("", true, "GET")).hasToString("closed");
        assertThat(exchange("", false, Duration.ofMillis(50), "GET")).hasToString("no answer");
    }

    @Test
    void knowsThatABodyIsMissing() throws Exception {
        assertThat(exchange(OK.substring(0, OK.length() - 1), false, Duration.ofMillis(50), "GET"))
                .hasToString("no answer");
    }

    private static Answers exchange(String answer, boolean closes, String... methods) throws Exception {
        return exchange(answer, closes, PATIENCE, methods);
    }

    private static Answers exchange(String answer, boolean closes, Duration patience, String... methods)
            throws Exception {
        try (Canned service = new Canned(answer, closes);
                RawConnection connection = new RawConnection(service.url(), patience)) {
            List<Asked> asked =
                    Arrays.stream(methods).map(method -> new Asked(method, "")).toList();
            byte[] anything = "anything".getBytes(StandardCharsets.US_ASCII);
            return connection.exchange(new HostileRequest("", List.of(anything), asked, false, true));
        }
    }
}
