package org.concurrencylab.grade;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.experiments.Shop;

/**
 * A client of server-sent events, on a connection of its own from which nothing is read but the head of the answer
 * until it listens. What is sent to it before fills the buffers of the system and then those of the service.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent events</a>
 */
final class EventStream implements AutoCloseable {

    /** The less the client's side takes the less the service's side of the system keeps: 1.6 MB instead of 4. */
    private static final int SMALL_BUFFER = 1024;

    private static final int USUAL_BUFFER = 64 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int HEXADECIMAL = 16;

    private final Socket socket;
    private final InputStream in;
    private final int status;
    private final Map<String, String> headers;

    private final EventLines lines = new EventLines();
    private volatile boolean ended;
    private volatile boolean over;

    private EventStream(Socket socket, InputStream in, int status, Map<String, String> headers) {
        this.socket = socket;
        this.in = in;
        this.status = status;
        this.headers = headers;
    }

    /**
     * Sends the request and reads the head of the answer.
     *
     * @throws LabFailure when none comes
     */
    static EventStream open(URI service, String path) {
        Socket socket = new Socket();
        try {
            socket.setReceiveBufferSize(SMALL_BUFFER);
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.connect(new InetSocketAddress(service.getHost(), service.getPort()), (int) PATIENCE.toMillis());
            String request = "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n\r\n"
                    .formatted(path, service.getAuthority());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = new BufferedInputStream(socket.getInputStream());
            int status = Integer.parseInt(line(in).split(" ")[1]);
            Map<String, String> headers = new HashMap<>();
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                int colon = line.indexOf(':');
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
            return new EventStream(socket, in, status, headers);
        } catch (IOException | RuntimeException e) {
            closeQuietly(socket);
            throw new LabFailure("No answer to GET %s from %s: %s.".formatted(path, service, e.getMessage()), e);
        }
    }

    /**
     * The same, where there must be a stream.
     *
     * @throws LabFailure when none begins
     */
    static EventStream begun(URI service, String path) {
        EventStream stream = open(service, path);
        if (stream.status() != Shop.OK) {
            stream.close();
            throw new LabFailure("GET %s is answered with status %d.".formatted(path, stream.status()));
        }
        return stream;
    }

    /** Status of the answer. */
    int status() {
        return status;
    }

    /** A header of the answer, empty when it has none of this name. */
    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** Begins to read, and reads on until the stream is over. */
    EventStream listen() {
        Thread.ofVirtual().start(this::read);
        return this;
    }

    /** What was read so far. */
    List<EventLines.Event> events() {
        return lines.events();
    }

    /** How many of a name were read so far. */
    long count(String name) {
        return events().stream().filter(event -> event.name().equals(name)).count();
    }

    /** Comments that were read so far. */
    int comments() {
        return lines.comments();
    }

    /** Whether the service has said that this was all; a connection that only breaks says nothing. */
    boolean ended() {
        return ended;
    }

    /** Whether nothing more can come. */
    boolean isOver() {
        return over;
    }

    private void read() {
        try {
            socket.setReceiveBufferSize(USUAL_BUFFER);
            socket.setSoTimeout(0);
            boolean chunked = header("Transfer-Encoding").equalsIgnoreCase("chunked");
            while (chunked ? chunk() : piece()) {
                // The next one.
            }
            ended = true;
        } catch (IOException | RuntimeException e) {
            // The connection has broken, or was closed here.
        } finally {
            over = true;
        }
    }

    private boolean chunk() throws IOException {
        int length = Integer.parseInt(line(in).split(";")[0].strip(), HEXADECIMAL);
        lines.add(exactly(length));
        line(in);
        return length > 0;
    }

    private boolean piece() throws IOException {
        int next = in.read();
        if (next >= 0) {
            lines.add(new byte[] {(byte) next});
        }
        return next >= 0;
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection ended");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone all the same.
        }
    }

    /** Goes, without a word to the service. */
    @Override
    public void close() {
        closeQuietly(socket);
    }
}
