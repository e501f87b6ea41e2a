package org.concurrencylab.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A client that may send any header. It speaks HTTP/1.0, in which no answer is cut into chunks. */
final class Visitor implements AutoCloseable {

    private static final int MOST_WAIT_MILLIS = 20_000;

    private final Socket socket;
    private final BufferedReader in;

    private Visitor(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Sends a request with these headers and nothing else. */
    static Visitor send(URI server, String requestLine, String... headers) throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(MOST_WAIT_MILLIS);
        String request = requestLine + " HTTP/1.0\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return new Visitor(socket);
    }

    /** Asks as a browser would. */
    static Visitor get(URI server, String path) throws IOException {
        return send(server, "GET " + path, "Host: " + server.getAuthority());
    }

    /** Status line and headers. */
    List<String> head() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            lines.add(line);
        }
        return lines;
    }

    int status() throws IOException {
        return Integer.parseInt(head().getFirst().split(" ")[1]);
    }

    /** The next state of the stream, as JSON; null at its end. */
    String state() throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("data: ")) {
                return line.substring("data: ".length());
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
