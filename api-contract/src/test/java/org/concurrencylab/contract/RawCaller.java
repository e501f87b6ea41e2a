package org.concurrencylab.contract;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One connection of a caller who sends a part of what it should, or leaves before its answer: no HTTP client does. */
final class RawCaller implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 5_000;

    /** Few bytes, so that an answer that nobody reads soon stands still. */
    private static final int RECEIVE_BUFFER = 8 * 1024;

    /** More than a service in a test has loops. */
    private static final int NEW_CONNECTIONS = 8;

    private final Socket socket = new Socket();
    private final URI service;

    /** Connects. */
    RawCaller(ContractTarget target) throws IOException {
        service = target.baseUrl();
        int port = service.getPort() >= 0 ? service.getPort() : 80;
        socket.setReceiveBufferSize(RECEIVE_BUFFER);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(service.getHost(), port), PATIENCE_MILLIS);
    }

    /** New connections go to the loops in turn, and a loop answers them after it has seen earlier ones end. */
    static void letEveryEventLoopSee(ContractTarget target) throws IOException {
        for (int i = 0; i < NEW_CONNECTIONS; i++) {
            try (RawCaller caller = new RawCaller(target)) {
                caller.head("GET", "/runtime", "Connection: close\r\n");
                caller.awaitEnd();
            }
        }
    }

    /** Sends the head of a request; each header ends with CR LF. */
    void head(String method, String path, String headers) throws IOException {
        String head = method + " " + service.getPath() + path + " HTTP/1.1\r\nHost: " + service.getAuthority() + "\r\n"
                + headers + "\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends a part of whatever it is, as it stands. */
    void bytes(String part) throws IOException {
        socket.getOutputStream().write(part.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends the first so many bytes of a body. */
    void body(byte[] bytes, int sent) throws IOException {
        socket.getOutputStream().write(bytes, 0, sent);
    }

    /** Sends no more. */
    void end() throws IOException {
        socket.shutdownOutput();
    }

    /** Reads the first byte that the service sends, and no more. */
    void awaitBegin() throws IOException {
        socket.getInputStream().read();
    }

    /** Reads the first line of the answer. */
    String statusLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = socket.getInputStream().read();
                next >= 0 && next != '\n';
                next = socket.getInputStream().read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    /** Reads until the service sends no more. */
    void awaitEnd() throws IOException {
        socket.getInputStream().readAllBytes();
    }

    /** The same, for a service that may reset the connection instead and takes its time. */
    void awaitEnd(Duration patience) throws IOException {
        socket.setSoTimeout((int) patience.toMillis());
        try {
            awaitEnd();
        } catch (SocketException reset) {
            // An end, too.
        }
    }

    /** All that the service sends until it ends the connection. */
    String rest() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** Whether the service has ended the connection; reads what has come meanwhile. */
    boolean hasEnded() throws IOException {
        socket.setSoTimeout(1);
        try {
            return socket.getInputStream().read(new byte[RECEIVE_BUFFER]) < 0;
        } catch (SocketTimeoutException open) {
            return false;
        }
    }

    /** Leaves, whatever is under way. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
