package org.concurrencylab.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DistantDatabaseTest {
    private static final Duration DELAY = Duration.ofMillis(60);
    /** The first would do; the 30 s begin with it. */
    private static final int COLLECTIONS = 3;

    @Test
    void passesEveryByteOnInOrderAndLate() throws Exception {
        try (ServerSocket echo = echo();
                DistantDatabase distant = DistantDatabase.start(echo.getLocalPort(), DELAY);
                Socket client = new Socket("127.0.0.1", distant.port())) {
            long sent = System.nanoTime();
            for (int i = 0; i < 10; i++) {
                client.getOutputStream().write(("piece " + i + ";").getBytes(StandardCharsets.US_ASCII));
                client.getOutputStream().flush();
            }
            byte[] answer = client.getInputStream().readNBytes(80);

            assertThat(new String(answer, StandardCharsets.US_ASCII))
                    .startsWith("piece 0;piece 1;")
                    .endsWith("piece 9;");
            assertThat(Duration.ofNanos(System.nanoTime() - sent)).isGreaterThanOrEqualTo(DELAY);
        }
    }

    @Test
    void countsConnectionsAndRoundTrips() throws Exception {
        try (ServerSocket echo = echo();
                DistantDatabase distant = DistantDatabase.start(echo.getLocalPort(), Duration.ofMillis(1))) {
            try (Socket client = new Socket("127.0.0.1", distant.port())) {
                for (int i = 0; i < 3; i++) {
                    client.getOutputStream().write('?');
                    client.getOutputStream().flush();
                    client.getInputStream().read();
                }
            }
            assertThat(distant.pieces()).isEqualTo(3);
            assertThat(distant.mostConnections()).isEqualTo(1);
        }
    }

    /** Vert.x closes a client that was collected, and its connections, 30 s later. */
    @Test
    void keepsConnectionsLongerThanVertxKeepsThoseOfClientsThatNobodyHolds() throws Exception {
        try (ServerSocket echo = echo();
                DistantDatabase distant = DistantDatabase.start(echo.getLocalPort(), Duration.ofMillis(1));
                Socket client = new Socket("127.0.0.1", distant.port())) {
            for (int second = 0; second < 35; second++) {
                client.getOutputStream().write('?');
                client.getOutputStream().flush();
                assertThat(client.getInputStream().read())
                        .as("after %d s", second)
                        .isEqualTo('?');
                if (second < COLLECTIONS) {
                    System.gc();
                }
                Thread.sleep(1_000);
            }
        }
    }

    @Test
    void hangsUpWhenTheDatabaseDoes() throws Exception {
        try (ServerSocket refusing = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                DistantDatabase distant = DistantDatabase.start(refusing.getLocalPort(), DELAY);
                Socket client = new Socket("127.0.0.1", distant.port())) {
            refusing.accept().close();

            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    private static ServerSocket echo() throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try (Socket client = server.accept();
                    InputStream in = client.getInputStream()) {
                in.transferTo(client.getOutputStream());
            } catch (IOException e) {
                // The test is over.
            }
        });
        return server;
    }
}
