package org.concurrencylab.sellers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.concurrencylab.api.SellerBehaviour;
import org.concurrencylab.api.SellerQuote;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotesTest {

    private static final String ISBN = "9780000000001";
    private static final String QUOTE = "/quotes/" + ISBN;

    private SellersServer server;
    private StubClient client;

    @BeforeEach
    void start() throws Exception {
        server = SellersServer.start(0, SellerBehaviour.PROMPT);
        client = StubClient.of(server.url());
    }

    @AfterEach
    void stop() {
        // The server first: its end also ends the requests that hang.
        server.close();
        client.close();
    }

    @Test
    void quotesTheStandInPrice() throws Exception {
        var answer = client.get(QUOTE);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(new JsonMapper().readValue(answer.body(), SellerQuote.class))
                .isEqualTo(SellerQuote.standIn("seller-1", ISBN));
    }

    @Test
    void answersInTheNameOfTheSellerThatIsAsked() throws Exception {
        var answer = client.get(QUOTE + "?seller=42");

        assertThat(new JsonMapper().readValue(answer.body(), SellerQuote.class))
                .isEqualTo(SellerQuote.standIn(42, ISBN));
    }

    @Test
    void asksAnotherPriceInTheNameOfEachSeller() throws Exception {
        var prices = new HashSet<Integer>();
        for (int seller = 1; seller <= 20; seller++) {
            String answer = client.get(QUOTE + "?seller=" + seller).body();
            prices.add(new JsonMapper().readValue(answer, SellerQuote.class).priceCents());
        }

        assertThat(prices).hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "978000000000", "97800000000012", "978000000000x", "9780000000001/x"})
    void refusesAnIsbnThatHasNot13Digits(String isbn) throws Exception {
        assertThat(client.get("/quotes/" + isbn).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "", "1234567"})
    void refusesASellerThatIsNoNumber(String seller) throws Exception {
        assertThat(client.get(QUOTE + "?seller=" + seller).statusCode()).isEqualTo(400);
    }

    @Test
    void answersEachRequestAfterTheDelayThatHeldWhenItArrived() throws Exception {
        var order = new CopyOnWriteArrayList<String>();
        client.behave(SellerBehaviour.delayedBy(1_500));
        long sent = System.nanoTime();
        var slow = client.later(QUOTE).thenRun(() -> order.add("slow"));
        client.await(stats -> stats.inFlight() == 1);
        client.behave(SellerBehaviour.PROMPT);

        client.later(QUOTE).thenRun(() -> order.add("prompt")).join();
        slow.join();

        assertThat(order).containsExactly("prompt", "slow");
        assertThat((System.nanoTime() - sent) / 1_000_000).isGreaterThanOrEqualTo(1_500);
    }

    @Test
    void failsEveryRequestAtAnErrorRateOfOne() throws Exception {
        client.behave(new SellerBehaviour(0, 0, 1, 0));

        for (int i = 0; i < 50; i++) {
            var answer = client.get(QUOTE);
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).contains("\"error\"");
        }
        assertThat(client.stats()).isEqualTo(new SellersStats(0, 1, 0, 50, 0));
    }

    @Test
    void failsNoRequestAtAnErrorRateOfZero() throws Exception {
        for (int i = 0; i < 50; i++) {
            assertThat(client.get(QUOTE).statusCode()).isEqualTo(200);
        }
        assertThat(client.stats()).isEqualTo(new SellersStats(0, 1, 50, 0, 0));
    }

    @Test
    void forgetsAHangingRequestWhenItsClientLeaves() throws Exception {
        client.behave(new SellerBehaviour(0, 0, 0, 1));

        leaveUnanswered(3);

        assertThat(client.stats()).isEqualTo(new SellersStats(0, 3, 0, 0, 3));
    }

    @Test
    void forgetsADelayedRequestWhenItsClientLeaves() throws Exception {
        client.behave(SellerBehaviour.delayedBy(60_000));

        leaveUnanswered(3);

        assertThat(client.stats()).isEqualTo(new SellersStats(0, 3, 0, 0, 3));
    }

    @Test
    void endsWhileRequestsHang() throws Exception {
        client.behave(new SellerBehaviour(0, 0, 0, 1));
        var hanging = client.later(QUOTE);
        client.await(stats -> stats.inFlight() == 1);

        server.close();

        assertThat(hanging).failsWithin(Duration.ofSeconds(15));
    }

    @Test
    void answersPipelinedRequestsInTheirOrder() throws Exception {
        client.behave(new SellerBehaviour(100, 100, 0, 0));
        try (Socket socket = connect()) {
            for (int seller = 1; seller <= 5; seller++) {
                write(socket, "GET " + QUOTE + "?seller=" + seller + " HTTP/1.1\r\nHost: stub\r\n\r\n");
            }
            write(socket, "GET /health HTTP/1.1\r\nHost: stub\r\nConnection: close\r\n\r\n");

            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answers)
                    .containsSubsequence(List.of("seller-1", "seller-2", "seller-3", "seller-4", "seller-5", "UP"));
        }
    }

    private void leaveUnanswered(int requests) throws Exception {
        var sockets = new ArrayList<Socket>();
        for (int i = 0; i < requests; i++) {
            Socket socket = connect();
            write(socket, "GET " + QUOTE + " HTTP/1.1\r\nHost: stub\r\n\r\n");
            sockets.add(socket);
        }
        client.await(stats -> stats.inFlight() == requests);
        for (Socket socket : sockets) {
            socket.close();
        }
        client.await(stats -> stats.inFlight() == 0);
    }

    private Socket connect() throws Exception {
        var socket = new Socket(SellersServer.LOOPBACK, URI.create(server.url()).getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static void write(Socket socket, String text) throws Exception {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
