package org.concurrencylab.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.concurrencylab.environment.Await;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.grade.EventLines.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventStreamTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final int MEGABYTE = 1 << 20;

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void readsEventsWhereverChunksEnd() {
        answer(out -> {
            out.write(HEAD.getBytes(StandardCharsets.US_ASCII));
            chunk(out, "event:stock\ndata:{\"title\":\"");
            byte[] letter = "書".getBytes(StandardCharsets.UTF_8);
            out.write("1\r\n".getBytes(StandardCharsets.US_ASCII));
            out.write(letter[0]);
            out.write("\r\n2\r\n".getBytes(StandardCharsets.US_ASCII));
            out.write(letter, 1, 2);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            chunk(out, "\"}\n\n:alive\n\nevent: missed\r\ndata: {}\r\n\r\ndata:a\ndata:b\n\nevent:without data\n\n");
            chunk(out, "");
        });

        try (EventStream stream = open().listen()) {
            await(stream);
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.header("content-type")).isEqualTo("text/event-stream");
            assertThat(stream.events())
                    .containsExactly(
                            new Event("stock", "{\"title\":\"書\"}"),
                            new Event("missed", "{}"),
                            new Event("message", "a\nb"));
            assertThat(stream.comments()).isEqualTo(1);
            assertThat(stream.ended()).isTrue();
        }
    }

    @Test
    void aConnectionThatBreaksHasNotEnded() {
        answer(out -> {
            out.write(HEAD.getBytes(StandardCharsets.US_ASCII));
            chunk(out, "data:1\n\n");
        });

        try (EventStream stream = open().listen()) {
            await(stream);
            assertThat(stream.count("message")).isEqualTo(1);
            assertThat(stream.ended()).isFalse();
        }
    }

    @Test
    void readsAnAnswerWithoutChunksToItsEnd() {
        answer(out ->
                out.write("HTTP/1.1 503 No\r\nRetry-After: 1\r\n\r\ndata:1\n\n".getBytes(StandardCharsets.US_ASCII)));

        try (EventStream stream = open().listen()) {
            await(stream);
            assertThat(stream.status()).isEqualTo(503);
            assertThat(stream.header("Retry-After")).isEqualTo("1");
            assertThat(stream.header("Content-Type")).isEmpty();
            assertThat(stream.ended()).isTrue();
        }
    }

    @Test
    void holdsTheServiceUpUntilItListens() {
        AtomicLong written = new AtomicLong();
        String event = "data:" + "x".repeat(MEGABYTE) + "\n\n";
        int events = 64;
        answer(out -> {
            out.write(HEAD.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < events; i++) {
                chunk(out, event);
                written.incrementAndGet();
            }
            chunk(out, "");
        });

        try (EventStream stream = open()) {
            Await.until(() -> written.get() == events, Duration.ofMillis(500));
            assertThat(written).hasValueLessThan(events);
            stream.listen();
            await(stream);
            assertThat(stream.count("message")).isEqualTo(events);
        }
    }

    @Test
    void noAnswerIsAFailure() {
        answer(out -> {});

        assertThatThrownBy(this::open).isInstanceOf(LabFailure.class).hasMessageContaining("the connection ended");
    }

    private interface Answer {
        void write(OutputStream out) throws IOException;
    }

    /** Reads a request, answers it and closes the connection. */
    private void answer(Answer answer) {
        Thread.ofVirtual().start(() -> {
            try (Socket socket = server.accept()) {
                InputStream in = socket.getInputStream();
                String request = "";
                while (!request.endsWith("\r\n\r\n")) {
                    request += (char) in.read();
                }
                answer.write(socket.getOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void chunk(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private EventStream open() {
        return EventStream.open(URI.create("http://127.0.0.1:" + server.getLocalPort()), "/books/events");
    }

    private static void await(EventStream stream) {
        assertThat(Await.until(stream::isOver, PATIENCE)).isTrue();
    }
}
