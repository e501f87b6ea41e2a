package org.concurrencylab.contract;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A caller who promises a body, sends a part of it and leaves: no HTTP client does that on purpose. */
final class HalfAnUpload {

    private static final int PATIENCE_MILLIS = 5_000;

    private HalfAnUpload() {}

    /**
     * Sends the head of a PUT and the first so many bytes of its body, waits for the service to have done with them.
     */
    static void send(ContractTarget target, String path, String type, byte[] body, int sent) {
        URI url = target.baseUrl();
        int port = url.getPort() >= 0 ? url.getPort() : 80;
        String head = "PUT " + url.getPath() + path + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\nContent-Type: "
                + type + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(url.getHost(), port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            out.write(body, 0, sent);
            out.flush();
            socket.shutdownOutput();
            // The service closes or answers once it has seen the end.
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            // A service may also reset the connection.
        }
    }
}
