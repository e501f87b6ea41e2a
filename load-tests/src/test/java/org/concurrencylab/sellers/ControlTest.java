package org.concurrencylab.sellers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.concurrencylab.api.SellerBehaviour;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ControlTest {

    private SellersServer server;
    private StubClient client;

    @BeforeAll
    void start() throws Exception {
        server = SellersServer.start(0, SellerBehaviour.PROMPT);
        client = StubClient.of(server.url());
    }

    @AfterAll
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void tellsTheBehaviourThatWasSet() throws Exception {
        var behaviour = new SellerBehaviour(60_000, 60_000, 0.25, 0.75);
        client.behave(behaviour);

        String told = client.get("/control").body();

        assertThat(new JsonMapper().readValue(told, SellerBehaviour.class)).isEqualTo(behaviour);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"delayMillis\":-1,\"jitterMillis\":0,\"errorRate\":0,\"hangRate\":0} | delayMillis must be from 0 to",
                "{\"delayMillis\":60001,\"jitterMillis\":0,\"errorRate\":0,\"hangRate\":0} | delayMillis must be from 0 to",
                "{\"delayMillis\":5,\"jitterMillis\":6,\"errorRate\":0,\"hangRate\":0} | jitterMillis must be from 0 to",
                "{\"delayMillis\":5,\"jitterMillis\":-1,\"errorRate\":0,\"hangRate\":0} | jitterMillis must be from 0 to",
                "{\"delayMillis\":0,\"jitterMillis\":0,\"errorRate\":1.1,\"hangRate\":0} | errorRate must be from 0 to 1",
                "{\"delayMillis\":0,\"jitterMillis\":0,\"errorRate\":0,\"hangRate\":-0.1} | hangRate must be from 0 to 1",
                "{\"delayMillis\":0,\"jitterMillis\":0,\"errorRate\":0.6,\"hangRate\":0.6} | must not add up to more",
                "{\"delayMillis\":\"5\",\"jitterMillis\":0,\"errorRate\":0,\"hangRate\":0} | delayMillis must be given",
                "{\"delayMillis\":5.5,\"jitterMillis\":0,\"errorRate\":0,\"hangRate\":0} | delayMillis must be given",
                "{\"delayMillis\":99999999999,\"jitterMillis\":0,\"errorRate\":0,\"hangRate\":0} | delayMillis must be",
                "{\"delayMillis\":5,\"jitterMillis\":0,\"errorRate\":null,\"hangRate\":0} | errorRate must be given",
                "{\"delayMillis\":5,\"jitterMillis\":0,\"errorRate\":0} | hangRate must be given",
                "{\"delayMillis\":5,\"jitterMillis\":0,\"errorRate\":0,\"hangRate\":0,\"x\":0} | Unknown field",
                "{\"delayMillis\":5,\"delayMillis\":5} | not valid JSON",
                "{\"delayMillis\":5 | not valid JSON",
                "not json | not valid JSON",
                "{} | must be given",
                "[] | must be a JSON object",
                "7 | must be a JSON object",
                "null | must be a JSON object",
            })
    void refusesWhatIsNoBehaviourAndKeepsTheOld(String body, String sentence) throws Exception {
        String before = client.get("/control").body();

        var answer = client.send("PUT", "/control", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"error\":\"").contains(sentence).doesNotContain("com.fasterxml");
        assertThat(client.get("/control").body()).isEqualTo(before);
    }

    @Test
    void refusesABodyThatIsTooLarge() throws Exception {
        assertThat(client.send("PUT", "/control", " ".repeat(5_000)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void refusesABodyWithoutALength() throws Exception {
        try (var socket =
                new Socket(SellersServer.LOOPBACK, URI.create(server.url()).getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("PUT /control HTTP/1.1\r\nHost: stub\r\nTransfer-Encoding: chunked\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));

            assertThat(answer.readLine()).startsWith("HTTP/1.1 411");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /health, 200, ",
        "GET, /stats, 200, ",
        "GET, /, 404, ",
        "GET, /quotes, 404, ",
        "POST, /quotes/9780000000001, 405, GET",
        "DELETE, /control, 405, 'GET, PUT'",
        "PUT, /stats, 405, GET",
        "POST, /health, 405, GET",
    })
    void answersWhereThereIsSomethingToAnswer(String method, String path, int status, String allowed) throws Exception {
        var answer = client.send(method, path, "");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("allow").orElse(null)).isEqualTo(allowed);
    }

    @Test
    void doesNotStartWithABehaviourOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SellersServer.start(0, SellerBehaviour.delayedBy(60_001)))
                .withMessageContaining("delayMillis");
    }
}
